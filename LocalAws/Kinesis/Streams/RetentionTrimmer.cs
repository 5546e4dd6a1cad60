namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>Drops records once they are older than their stream's retention.</summary>
/// <remarks>
/// Whole log segments go, so a record may be on disk an hour longer than its retention; no reader is given it then.
/// </remarks>
internal sealed partial class RetentionTrimmer(
    StreamStore streams,
    TimeProvider timeProvider,
    ILogger<RetentionTrimmer> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Trims every shard once.</summary>
    public void Trim()
    {
        foreach (var stream in streams.List())
        {
            var oldest = timeProvider.GetUtcNow().AddHours(-stream.Metadata.RetentionHours).ToUnixTimeMilliseconds();
            foreach (var shard in stream.Shards)
            {
                try
                {
                    shard.TrimBefore(oldest);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    LogFailed(logger, exception, shard.Id, stream.Metadata.Name);
                }
                catch (Protocol.ResourceNotFoundException)
                {
                    // The stream was deleted meanwhile, and its records with it.
                    break;
                }
            }

            RemoveExpiredShards(stream, oldest);
        }
    }

    private void RemoveExpiredShards(KinesisStream stream, long oldest)
    {
        try
        {
            streams.RemoveExpiredShards(stream, oldest);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogExpiredShards(logger, exception, stream.Metadata.Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, timeProvider);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Trim();
        }
    }

    [LoggerMessage(LogLevel.Error, "Old records of shard {ShardId} of stream {StreamName} could not be removed.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string shardId, string streamName);

    [LoggerMessage(LogLevel.Error, "Expired shards of stream {StreamName} could not be removed.")]
    private static partial void LogExpiredShards(ILogger logger, Exception exception, string streamName);
}
