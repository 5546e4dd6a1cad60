using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>How many open shards the account may have in all its streams.</summary>
internal static class ShardQuota
{
    /// <summary>AWS's quota is 1,000 to 20,000 by region, and each shard takes an open file here.</summary>
    public const int Limit = 1_000;

    public static int Used(StreamStore streams) => streams.List().Sum(stream => stream.OpenShards.Count);

    /// <exception cref="AwsException">LimitExceededException, when the shards are too many.</exception>
    public static void EnsureRoom(StreamStore streams, int additional, RequestContext context)
    {
        var current = Used(streams);
        if (additional > Limit - current)
        {
            throw KinesisErrors.ShardLimitExceeded(current, Limit, additional, context.Region);
        }
    }
}
