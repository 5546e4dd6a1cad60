namespace TelemetryAspire.FunctionHost.Shards;

/// <summary>How long to wait between two reads of one shard.</summary>
/// <remarks>
/// Kinesis serves a shard 5 GetRecords calls per second, shared by all consumers, and 2 MB/s; what is over is refused.
/// Nobody can know the other consumers, so the pace gives way when the stream throttles and comes back step by step.
/// </remarks>
internal sealed class ReadPace(TimeSpan idleInterval)
{
    /// <summary>
    /// 5 reads per second: <see href="https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html"/>.
    /// </summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// After 10 MB in one reply a shard refuses reads for up to 5 s; longer waits would only add delay.
    /// </summary>
    public static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(5);

    private TimeSpan _throttledInterval;

    /// <summary>The wait after a read that succeeded.</summary>
    /// <param name="isBehind">Whether more records are waiting.</param>
    public TimeSpan AfterRead(bool isBehind)
    {
        // Half the way back with each success, so that the refused rate is approached again slowly.
        _throttledInterval = _throttledInterval > MinInterval ? _throttledInterval / 2 : TimeSpan.Zero;
        var wanted = isBehind || idleInterval < MinInterval ? MinInterval : idleInterval;
        return wanted > _throttledInterval ? wanted : _throttledInterval;
    }

    /// <summary>The wait after a read that was throttled.</summary>
    public TimeSpan AfterThrottling()
    {
        var doubled = _throttledInterval == TimeSpan.Zero ? MinInterval * 2 : _throttledInterval * 2;
        return _throttledInterval = doubled < MaxInterval ? doubled : MaxInterval;
    }
}
