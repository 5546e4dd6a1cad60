using System.Text;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder.Tests;

/// <summary>Builds what the tests do not care about.</summary>
internal static class Some
{
    internal static readonly DateTimeOffset Arrival = new(2026, 1, 2, 23, 4, 5, 678, TimeSpan.FromHours(2));

    internal static KinesisBatch Batch(params string[] records) => Batch(records.Select(Encoding.UTF8.GetBytes));

    /// <summary>A batch of these records, numbered from 0.</summary>
    internal static KinesisBatch Batch(IEnumerable<byte[]> records) => new()
    {
        StreamName = "KinesisTimestreamEvents",
        StreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/KinesisTimestreamEvents",
        ShardId = new ShardId("shardId-000000000003"),
        Records = [.. records.Select((data, i) => Record(i, data))],
    };

    internal static KinesisRecord Record(int number, byte[] data) => new()
    {
        SequenceNumber = new SequenceNumber(number),
        PartitionKey = "device",
        ApproximateArrivalTimestamp = Arrival,
        Data = data,
    };
}
