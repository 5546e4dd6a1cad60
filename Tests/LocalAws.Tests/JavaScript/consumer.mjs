// Subscribes to a shard over HTTP/2, the client's default, and again from where the first subscription ended.
import {
  CreateStreamCommand,
  KinesisClient,
  PutRecordCommand,
  RegisterStreamConsumerCommand,
  SubscribeToShardCommand,
  DescribeStreamConsumerCommand,
  paginateListStreams,
  waitUntilStreamExists,
} from "@aws-sdk/client-kinesis";
import { setTimeout } from "node:timers/promises";

const StreamName = "readings";
const ShardId = "shardId-000000000000";
const kinesis = new KinesisClient({ endpoint: process.env.LOCALAWS_URL });

async function put(text) {
  await kinesis.send(new PutRecordCommand({ StreamName, PartitionKey: "device", Data: Buffer.from(text) }));
}

// Puts the next record whenever one has come, so that each is pushed on a subscription that waits.
async function receive(ConsumerARN, ShardId, StartingPosition, texts) {
  const subscription = new AbortController();
  const { EventStream } = await kinesis.send(
    new SubscribeToShardCommand({ ConsumerARN, ShardId, StartingPosition }), { abortSignal: subscription.signal });
  const received = [];
  let SequenceNumber;
  await put(texts[0]);
  for await (const { SubscribeToShardEvent: event } of EventStream) {
    received.push(...event.Records.map((record) => Buffer.from(record.Data).toString()));
    SequenceNumber = event.ContinuationSequenceNumber;
    if (received.length === texts.length) {
      break;
    }
    if (event.Records.length > 0) {
      await put(texts[received.length]);
    }
  }
  // To stop reading does not end a subscription, which would keep this process alive for its five minutes.
  subscription.abort();
  return { received, SequenceNumber };
}

await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 1 }));
const waited = await waitUntilStreamExists({ client: kinesis, maxWaitTime: 30, minDelay: 1 }, { StreamName });
const streams = [];
for await (const page of paginateListStreams({ client: kinesis }, {})) {
  streams.push(...page.StreamNames);
}

const StreamARN = waited.reason.StreamDescription.StreamARN;
const { Consumer } = await kinesis.send(new RegisterStreamConsumerCommand({ StreamARN, ConsumerName: "dashboard" }));
const consumer = new DescribeStreamConsumerCommand({ ConsumerARN: Consumer.ConsumerARN });
while ((await kinesis.send(consumer)).ConsumerDescription.ConsumerStatus !== "ACTIVE") {
  await setTimeout(100);
}

const first = await receive(Consumer.ConsumerARN, ShardId, { Type: "LATEST" }, ["1", "2", "3"]);
// A shard refuses the same consumer for five seconds after its last subscription.
await setTimeout(5100);
const Type = "AFTER_SEQUENCE_NUMBER";
const second = await receive(Consumer.ConsumerARN, ShardId, { Type, SequenceNumber: first.SequenceNumber }, ["4", "5"]);
process.stdout.write(JSON.stringify({ waited: waited.state, streams, first: first.received, second: second.received }));
kinesis.destroy();
