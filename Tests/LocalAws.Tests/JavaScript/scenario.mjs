// Runs a scenario with the AWS SDK for JavaScript: node scenario.mjs FILE [http1]. Python/steps.py says what a step is.
// With http1 it speaks HTTP/1.1 also to Kinesis, for endpoints that cannot speak HTTP/2 without TLS.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { NodeHttpHandler } from "@smithy/node-http-handler";

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
const requestHandler = process.argv[3] === "http1" ? new NodeHttpHandler() : undefined;
const clients = {};

class NoSuchAnswer extends Error {
  name = "NoSuchAnswer";
}

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
  clients[service] ??= new Client({ endpoint: process.env.LOCALAWS_URL, forcePathStyle: true, requestHandler });
  const reading = new AbortController();
  try {
    const input = resolve(step.with ?? {}, answers);
    const { $metadata, ...answer } = await clients[service].send(
      new sdk[`${operation}Command`](input), { abortSignal: reading.signal });
    for (const [name, value] of Object.entries(answer)) {
      answer[name] = await read(value, step);
    }
    if (step.take) {
      // To stop reading does not end a stream of events, which would keep this process alive.
      reading.abort();
    }
    return { ...answer, HttpStatus: $metadata.httpStatusCode };
  } catch (error) {
    if (!error.$metadata && !(error instanceof NoSuchAnswer)) {
      throw error;
    }
    return { HttpStatus: error.$metadata?.httpStatusCode, Error: { Code: error.name, Message: error.message } };
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
  if (typeof value === "string" && value.startsWith("time:")) {
    return new Date(value.slice("time:".length));
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
const text = (match, name) => JSON.stringify(readFileSync(join(dirname(process.argv[2]), name), "utf8"));
for (const step of JSON.parse(readFileSync(process.argv[2], "utf8").replace(/"file:([^"]*)"/g, text))) {
  answers[step.name ?? step.call.split(".")[1]] = await attempt(step, answers);
}
process.stdout.write(JSON.stringify(answers, plain));
for (const client of Object.values(clients)) {
  client.destroy();
}
