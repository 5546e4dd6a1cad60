using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TelemetryAspire.FunctionHost;

/// <summary>The meter and the activity source of the host, and the names of its instruments.</summary>
/// <remarks>
/// Tags: <c>faas.name</c>, and for streams <c>messaging.destination.name</c> and <c>.partition.id</c> (the shard).
/// </remarks>
public static class FunctionHostInstrumentation
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "TelemetryAspire.FunctionHost";

    internal const string FunctionTag = "faas.name";
    internal const string StreamTag = "messaging.destination.name";
    internal const string ShardTag = "messaging.destination.partition.id";

    internal static readonly ActivitySource Activities = new(Name);
    internal static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> RecordsRead = Meter.CreateCounter<long>(
        "telemetry.records.read", "{record}", "Records read from a shard.");

    internal static readonly Counter<long> RecordsHandled = Meter.CreateCounter<long>(
        "telemetry.records.handled", "{record}", "Records a function handled.");

    internal static readonly Counter<long> RecordsDeadLettered = Meter.CreateCounter<long>(
        "telemetry.records.dead_lettered", "{record}", "Records that can never work and were kept aside.");

    internal static readonly Counter<long> InvocationRetries = Meter.CreateCounter<long>(
        "telemetry.invocation.retries", "{invocation}", "Invocations repeated after a failure or an outage.");

    internal static readonly Histogram<long> BatchSize = Meter.CreateHistogram<long>(
        "telemetry.batch.size", "{record}", "Records given to one invocation.");

    internal static readonly Histogram<double> InvocationDuration = Meter.CreateHistogram<double>(
        "telemetry.invocation.duration", "s", "Time one invocation took.");

    internal static readonly Histogram<double> IteratorAge = Meter.CreateHistogram<double>(
        "telemetry.iterator.age", "s", "How far a read was behind the tip of its shard.");

    internal static TagList Tags(string function) => new() { { FunctionTag, function } };

    internal static TagList Tags(string function, string stream, ShardId shard) => new()
    {
        { FunctionTag, function },
        { StreamTag, stream },
        { ShardTag, shard.Value },
    };
}
