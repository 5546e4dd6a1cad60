using Microsoft.Extensions.Logging;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder.Lake;

/// <summary>Knows whether the lake takes records; logs the change, not every batch.</summary>
internal sealed partial class LakeAvailability(TimeProvider timeProvider, ILogger<LakeAvailability> logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ShardId, LakeOutage> _outages = [];

    /// <summary>The outage that lasts longest now, or null.</summary>
    internal LakeOutage? Outage
    {
        get
        {
            lock (_gate)
            {
                return _outages.Values.MinBy(outage => outage.Since);
            }
        }
    }

    /// <summary>Takes note of a batch that was forwarded.</summary>
    /// <param name="shardId">The shard it is from: what one shard's records meet, another's need not.</param>
    /// <param name="failures">The records of it that the lake did not take.</param>
    internal void Report(ShardId shardId, IReadOnlyList<BatchItemFailure> failures)
    {
        lock (_gate)
        {
            if (failures is [var first, ..])
            {
                var error = first.Error ?? first.Reason;
                if (_outages.TryGetValue(shardId, out var known))
                {
                    _outages[shardId] = known with { Error = error };
                    return;
                }

                _outages[shardId] = new LakeOutage(timeProvider.GetUtcNow(), error);
                LogUnavailable(logger, shardId.Value, error);
            }
            else if (_outages.Remove(shardId, out var outage))
            {
                LogAvailable(logger, shardId.Value, (timeProvider.GetUtcNow() - outage.Since).TotalSeconds);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The lake does not take every record of {ShardId}; they are held until it does. {Error}")]
    private static partial void LogUnavailable(ILogger logger, string shardId, string error);

    [LoggerMessage(LogLevel.Information, "The lake takes the records of {ShardId} again after {OutageSeconds:0.0} s.")]
    private static partial void LogAvailable(ILogger logger, string shardId, double outageSeconds);
}

/// <summary>A time in which the lake did not take every record.</summary>
/// <param name="Since">When the first record was not taken.</param>
/// <param name="Error">Why the latest was not.</param>
internal sealed record LakeOutage(DateTimeOffset Since, string Error);
