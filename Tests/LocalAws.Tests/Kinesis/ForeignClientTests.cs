using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>Clients nobody here wrote: the AWS CLI and boto3, where they are installed.</summary>
public sealed class ForeignClientTests : KinesisTest
{
    private const string Boto3Program = """
        kinesis = client("kinesis")
        kinesis.create_stream(StreamName="readings", ShardCount=2, StreamModeDetails={"StreamMode": "PROVISIONED"})
        kinesis.get_waiter("stream_exists").wait(StreamName="readings")
        put = kinesis.put_records(
            StreamName="readings",
            Records=[{"Data": f"reading {i}".encode(), "PartitionKey": f"device-{i}"} for i in range(100)])
        records = []
        for shard in kinesis.list_shards(StreamName="readings")["Shards"]:
            iterator = kinesis.get_shard_iterator(
                StreamName="readings", ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
            records += kinesis.get_records(ShardIterator=iterator)["Records"]
        try:
            kinesis.describe_stream(StreamName="absent")
            absent = None
        except kinesis.exceptions.ResourceNotFoundException as error:
            absent = error.response["Error"]["Message"]
        print(json.dumps({
            "failed": put["FailedRecordCount"],
            "data": sorted(record["Data"].decode() for record in records),
            "absent": absent,
        }))
        """;

    [Fact]
    public async Task Boto3_writes_and_reads()
    {
        using var result = JsonDocument.Parse(await ForeignClient.Boto3Async(LocalAws.Url, Boto3Program));

        var root = result.RootElement;
        Assert.Equal(0, root.GetProperty("failed").GetInt32());
        Assert.Equal(
            Enumerable.Range(0, 100).Select(number => $"reading {number}").Order(StringComparer.Ordinal),
            root.GetProperty("data").EnumerateArray().Select(text => text.GetString()));
        Assert.Equal("Stream absent under account 000000000000 not found.", root.GetProperty("absent").GetString());
    }

    [Fact]
    public async Task The_AWS_CLI_writes_and_reads()
    {
        await AwsAsync("create-stream", "--stream-name", Stream, "--shard-count", "1");
        await AwsAsync("put-record", "--stream-name", Stream, "--partition-key", "device-1", "--data", "cmVhZGluZw==");
        using var iterator = JsonDocument.Parse(await AwsAsync(
            "get-shard-iterator",
            "--stream-name", Stream, "--shard-id", "shardId-000000000000", "--shard-iterator-type", "TRIM_HORIZON"));

        using var records = JsonDocument.Parse(await AwsAsync(
            "get-records", "--shard-iterator", iterator.RootElement.GetProperty("ShardIterator").GetString()!));

        var record = records.RootElement.GetProperty("Records").EnumerateArray().Single();
        Assert.Equal("device-1", record.GetProperty("PartitionKey").GetString());
        Assert.NotEqual("", record.GetProperty("Data").GetString());
    }

    private Task<string> AwsAsync(params string[] arguments) =>
        ForeignClient.AwsAsync(LocalAws.Url, ["kinesis", .. arguments]);
}
