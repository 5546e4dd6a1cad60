// Runs a scenario with the AWS SDK for JavaScript: node scenario.mjs FILE. Python/steps.py says what a step is.
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

const attempts = 150;
const pauseMilliseconds = 100;
const clientNames = {
  cloudformation: "CloudFormationClient",
  firehose: "FirehoseClient",
  kinesis: "KinesisClient",
  s3: "S3Client",
  sts: "STSClient",
  "timestream-query": "TimestreamQueryClient",
  "timestream-write": "TimestreamWriteClient",
};
const clients = {};

class NoSuchAnswer extends Error {}

async function attempt(step, answers) {
  const [service, operation] = step.call.split(".");
  const until = step.until ?? {};
  let answer;
  for (let n = 0; n < attempts; n++) {
    answer = await call(service, operation, step, answers);
    if (Object.entries(until).every(([path, value]) => find(answer, path) === value)) {
      return answer;
    }
    if (answer.Error && !("Error.Code" in until)) {
      return answer;
    }
    await setTimeout(pauseMilliseconds);
  }
  return answer;
}

async function call(service, operation, step, answers) {
  const sdk = await import(`@aws-sdk/client-${service}`);
  const Client = sdk[clientNames[service]];
  clients[service] ??= new Client({ endpoint: process.env.LOCALAWS_URL, forcePathStyle: true });
  try {
    const input = resolve(step.with ?? {}, answers);
    const { $metadata, ...answer } = await clients[service].send(new sdk[`${operation}Command`](input));
    for (const [name, value] of Object.entries(answer)) {
      answer[name] = await read(value, step);
    }
    return answer;
  } catch (error) {
    if (error.$fault) {
      return { Error: { Code: error.name, Message: error.message } };
    }
    if (error instanceof NoSuchAnswer) {
      return { Error: { Code: "NoSuchAnswer", Message: error.message } };
    }
    throw error;
  }
}

async function read(value, step) {
  if (value?.transformToByteArray) {
    return await value.transformToByteArray();
  }
  if (!value?.[Symbol.asyncIterator]) {
    return value;
  }
  const events = [];
  for await (const event of value) {
    events.push(event);
    if (events.length === step.take) {
      break;
    }
  }
  return events;
}

function resolve(value, answers) {
  if (Array.isArray(value)) {
    return value.map((member) => resolve(member, answers));
  }
  if (typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolve(member, answers)]));
  }
  if (typeof value === "string" && value.startsWith("$")) {
    const found = find(answers, value.slice(1));
    if (found === undefined) {
      throw new NoSuchAnswer(value);
    }
    return found;
  }
  return typeof value === "string" && value.startsWith("blob:") ? Buffer.from(value.slice("blob:".length)) : value;
}

function find(value, path) {
  return path.split(".").reduce((found, name) => found?.[name], value);
}

function plain(key, value) {
  return this[key] instanceof Uint8Array ? Buffer.from(this[key]).toString("base64") : value;
}

const answers = { Now: String(Date.now()) };
for (const step of JSON.parse(readFileSync(process.argv[2]))) {
  answers[step.name ?? step.call.split(".")[1]] = await attempt(step, answers);
}
process.stdout.write(JSON.stringify(answers, plain));
for (const client of Object.values(clients)) {
  client.destroy();
}
