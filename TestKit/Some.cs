using System.Globalization;
using System.Numerics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.TestKit;

/// <summary>Builders of things a test needs and does not care about in detail.</summary>
public static partial class Some
{
    /// <summary>The arrival time of the first record: any fixed moment.</summary>
    public static readonly DateTimeOffset Arrival = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Some shard.</summary>
    public static readonly ShardId Shard = new("shardId-000000000000");

    /// <summary>The n-th record of a shard, holding <paramref name="text"/>.</summary>
    public static KinesisRecord Record(string text = "{}", int n = 1, string partitionKey = "device-1") =>
        Record(Encoding.UTF8.GetBytes(text), n, partitionKey);

    /// <summary>
    /// The n-th record of a shard, holding <paramref name="data"/>; a millisecond after the one before.
    /// </summary>
    public static KinesisRecord Record(ReadOnlyMemory<byte> data, int n = 1, string partitionKey = "device-1") => new()
    {
        SequenceNumber = new SequenceNumber(new BigInteger(n)),
        PartitionKey = partitionKey,
        ApproximateArrivalTimestamp = Arrival.AddMilliseconds(n - 1),
        Data = data,
    };

    /// <summary>Records 1 to <paramref name="count"/> of a shard, each holding its number.</summary>
    public static IReadOnlyList<KinesisRecord> Records(int count) => Enumerable.Range(1, count)
        .Select(n => Record(n.ToString(CultureInfo.InvariantCulture), n))
        .ToList();

    /// <summary>A batch of <paramref name="records"/>.</summary>
    public static KinesisBatch Batch(params IReadOnlyList<KinesisRecord> records) => new()
    {
        StreamName = "stream",
        StreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/stream",
        ShardId = Shard,
        Records = records,
    };

    /// <summary>A timer info of an invocation on time.</summary>
    public static TimerInfo Timer(DateTimeOffset? due = null) => new()
    {
        IsPastDue = false,
        ScheduleStatus = new ScheduleStatus(due ?? Arrival, Next: null),
    };

    /// <summary>The context of a first attempt, with <paramref name="services"/> or none.</summary>
    public static FunctionContext FunctionContext(
        IServiceProvider? services = null, CancellationToken cancellationToken = default)
    {
        return new FunctionContext
        {
            FunctionName = "Function",
            InvocationId = "1",
            InstanceServices = services ?? new ServiceCollection().BuildServiceProvider(),
            RetryContext = new RetryContext(RetryCount: 0, MaxRetryCount: 0),
            CancellationToken = cancellationToken,
        };
    }

    /// <summary>The text a record holds.</summary>
    public static string Text(this KinesisRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Encoding.UTF8.GetString(record.Data.Span);
    }
}
