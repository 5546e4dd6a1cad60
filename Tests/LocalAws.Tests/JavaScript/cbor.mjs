// Puts and reads a record in CBOR, with the codec of the AWS SDK for JavaScript: node cbor.mjs STREAM MILLISECONDS.
import { cbor, tag } from "@smithy/core/cbor";

async function call(operation, request) {
  const response = await fetch(process.env.LOCALAWS_URL, {
    method: "POST",
    headers: { "content-type": "application/x-amz-cbor-1.1", "x-amz-target": `Kinesis_20131202.${operation}` },
    body: cbor.serialize(request),
  });
  return cbor.deserialize(new Uint8Array(await response.arrayBuffer()));
}

const [stream, milliseconds] = process.argv.slice(2);
const put = await call("PutRecord", { StreamName: stream, PartitionKey: "Gerät", Data: new Uint8Array([0, 255, 128]) });
const { ShardIterator } = await call("GetShardIterator", {
  StreamName: stream,
  ShardId: put.ShardId,
  ShardIteratorType: "AT_TIMESTAMP",
  Timestamp: tag({ tag: 1, value: Number(milliseconds) }),
});
const { Records } = await call("GetRecords", { ShardIterator });
const absent = await call("DescribeStream", { StreamName: "absent" });
console.log(
  JSON.stringify({
    sameNumber: Records[0].SequenceNumber === put.SequenceNumber,
    key: Records[0].PartitionKey,
    data: Buffer.from(Records[0].Data).toString("hex"),
    arrival: Number(Records[0].ApproximateArrivalTimestamp.value),
    error: absent.__type,
  }),
);
