namespace TelemetryAspire.LocalAws.Kinesis.Throughput;

/// <summary>
/// The limits of one shard: https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html.
/// </summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="timeProvider">The clock.</param>
/// <param name="enforced">False admits everything.</param>
internal sealed class ShardThroughput(TimeProvider timeProvider, bool enforced)
{
    public const int WriteRecordsPerSecond = 1_000;
    public const int WriteBytesPerSecond = 1024 * 1024;
    public const int ReadBytesPerSecond = 2 * 1024 * 1024;
    public const int ReadsPerSecond = 5;
    public const int IteratorsPerSecond = 5;

    private readonly Lock _lock = new();
    private readonly long _start = timeProvider.GetTimestamp();
    private readonly TokenBucket _writtenRecords = new(WriteRecordsPerSecond);
    private readonly TokenBucket _writtenBytes = new(WriteBytesPerSecond);
    private readonly TokenBucket _readBytes = new(ReadBytesPerSecond);
    private readonly TokenBucket _reads = new(ReadsPerSecond);
    private readonly TokenBucket _iterators = new(IteratorsPerSecond);

    // Admitted since the last TakeUtilization.
    private long _recentRecords;
    private long _recentBytes;

    /// <summary>Asks to write a record of <paramref name="bytes"/> bytes of data and key.</summary>
    public bool TryWrite(int bytes)
    {
        if (!enforced)
        {
            return true;
        }

        lock (_lock)
        {
            var now = Now();
            if (!_writtenRecords.Has(1, now) || !_writtenBytes.Has(bytes, now))
            {
                return false;
            }

            _writtenRecords.Take(1);
            _writtenBytes.Take(bytes);
            _recentRecords++;
            _recentBytes += bytes;
            return true;
        }
    }

    /// <summary>What was written since the last call, as a part of what could have been in that time.</summary>
    public double TakeUtilization(TimeSpan elapsed)
    {
        lock (_lock)
        {
            var records = _recentRecords / (double)WriteRecordsPerSecond;
            var bytes = _recentBytes / (double)WriteBytesPerSecond;
            (_recentRecords, _recentBytes) = (0, 0);
            return Math.Max(records, bytes) / Math.Max(elapsed.TotalSeconds, 1);
        }
    }

    /// <summary>Asks to call GetRecords; report what it returned with <see cref="AfterRead"/>.</summary>
    public bool TryRead()
    {
        if (!enforced)
        {
            return true;
        }

        lock (_lock)
        {
            var now = Now();
            if (!_reads.Has(1, now) || !_readBytes.Has(1, now))
            {
                return false;
            }

            _reads.Take(1);
            return true;
        }
    }

    /// <summary>Counts what GetRecords returned. After 10 MB, reads are refused for five seconds.</summary>
    public void AfterRead(long bytes)
    {
        if (!enforced)
        {
            return;
        }

        lock (_lock)
        {
            if (bytes > ReadBytesPerSecond)
            {
                _readBytes.TakeWithoutBurst(bytes);
            }
            else
            {
                _readBytes.Take(bytes);
            }
        }
    }

    /// <summary>Asks to call GetShardIterator.</summary>
    public bool TryGetIterator()
    {
        if (!enforced)
        {
            return true;
        }

        lock (_lock)
        {
            if (!_iterators.Has(1, Now()))
            {
                return false;
            }

            _iterators.Take(1);
            return true;
        }
    }

    private TimeSpan Now() => timeProvider.GetElapsedTime(_start);
}
