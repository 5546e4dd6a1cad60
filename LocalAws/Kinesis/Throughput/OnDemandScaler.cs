using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>Gives streams in on-demand mode more shards when their traffic grows.</summary>
/// <remarks>
/// A shard that took more than half of what one can take, in bytes or in records, over a <see cref="Period"/>, is
/// split in the middle: so a stream has room for twice its recent peak, as on AWS, and a stream whose traffic more than
/// doubles at once is throttled meanwhile, as there. Shards are not merged again; AWS, too, keeps the capacity of the
/// peak for 30 days. Nothing scales where limits are not enforced, as nothing is throttled then.
/// </remarks>
internal sealed partial class OnDemandScaler(
    StreamStore streams,
    ShardQuota quota,
    LocalAwsOptions options,
    TimeProvider timeProvider,
    ILogger<OnDemandScaler> logger) : BackgroundService
{
    /// <summary>The most shards of an on-demand stream: AWS's 200 MB/s of most regions.</summary>
    private const int MaxShards = 200;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private long _measuredAt = timeProvider.GetTimestamp();

    /// <summary>Splits what has been hot since the last call.</summary>
    public void Scale()
    {
        var elapsed = timeProvider.GetElapsedTime(_measuredAt);
        _measuredAt = timeProvider.GetTimestamp();
        foreach (var stream in streams.List())
        {
            // Of provisioned streams, too: what they took before a change of mode must not count after it.
            var hot = stream.Shards
                .Where(shard => shard.Throughput.TakeUtilization(elapsed) > 0.5 && !shard.IsClosed)
                .ToList();
            if (hot.Count > 0 && stream.Metadata.IsOnDemand && RoomOf(stream.OpenShards.Count) > 0)
            {
                TrySplit(stream, hot);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.EnforceLimits)
        {
            return;
        }

        using var timer = new PeriodicTimer(Period, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Scale();
        }
    }

    private void TrySplit(KinesisStream stream, List<Shard> hot)
    {
        try
        {
            var before = stream.OpenShards.Count;
            streams.Reshard(stream, layout => Split(layout, hot));
            LogScaled(logger, stream.Metadata.Name, before, stream.OpenShards.Count);
        }
        catch (IOException exception)
        {
            LogFailed(logger, exception, stream.Metadata.Name);
        }
        catch (ResourceNotFoundException)
        {
            // The stream was deleted meanwhile.
        }
    }

    /// <summary>How many shards a stream with so many may get.</summary>
    private int RoomOf(int shards) => Math.Min(MaxShards - shards, quota.Shards - quota.UsedShards);

    private void Split(ShardLayout layout, List<Shard> hot)
    {
        var open = layout.Open;
        var room = Math.Max(0, RoomOf(open.Count));
        foreach (var shard in open.Where(shard => hot.Exists(one => one.Index == shard.Index)).Take(room))
        {
            var (starting, ending) = ShardLayout.RangeOf(shard);
            if (starting < ending)
            {
                layout.Split(shard, starting + (ending - starting) / 2 + 1);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "On-demand stream {Stream} went from {Before} to {After} shards.")]
    private static partial void LogScaled(ILogger logger, string stream, int before, int after);

    [LoggerMessage(LogLevel.Error, "On-demand stream {Stream} could not be scaled.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string stream);
}
