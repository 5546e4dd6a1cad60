using System.Text;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.Processor.Tests;

/// <summary>Builds what the tests do not care about.</summary>
internal static class Some
{
    internal const long ArrivalMilliseconds = 1_609_757_175_225;

    /// <summary>A reading that has just been measured, by its device.</summary>
    internal static string Reading(string device) =>
        $$"""{"Time":{{ArrivalMilliseconds}},"DeviceID":"{{device}}","""
        + """ "temperature_measure":11.2,"humidity_measure":33.4}""";

    /// <summary>A batch of these records, numbered from 0.</summary>
    internal static KinesisBatch Batch(params string[] records) => new()
    {
        StreamName = "KinesisTimestreamEvents",
        StreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/KinesisTimestreamEvents",
        ShardId = new ShardId("shardId-000000000000"),
        Records = [.. records.Select((data, i) => Record(i, data))],
    };

    private static KinesisRecord Record(int number, string data) => new()
    {
        SequenceNumber = new SequenceNumber(number),
        PartitionKey = "device",
        ApproximateArrivalTimestamp = DateTimeOffset.FromUnixTimeMilliseconds(ArrivalMilliseconds),
        Data = Encoding.UTF8.GetBytes(data),
    };
}
