// Reads the first shard with SubscribeToShard, until it ends: node subscribe.mjs CONSUMER_ARN.
import { KinesisClient, SubscribeToShardCommand } from "@aws-sdk/client-kinesis";

const client = new KinesisClient({ endpoint: process.env.LOCALAWS_URL });
const { EventStream } = await client.send(
  new SubscribeToShardCommand({
    ConsumerARN: process.argv[2],
    ShardId: "shardId-000000000000",
    StartingPosition: { Type: "TRIM_HORIZON" },
  }),
);
const result = { texts: [], children: [], error: null };
try {
  for await (const { SubscribeToShardEvent: event } of EventStream) {
    result.texts.push(...event.Records.map((record) => Buffer.from(record.Data).toString()));
    result.children.push(...(event.ChildShards ?? []).map((child) => child.ShardId));
  }
} catch (error) {
  result.error = error.name;
}
console.log(JSON.stringify(result));
client.destroy();
