using TelemetryAspire.LocalAws.Kinesis.Throughput;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>
/// What can be put to one delivery stream in a second: https://docs.aws.amazon.com/firehose/latest/dev/limits.html.
/// </summary>
/// <remarks>Thread-safe. AWS raises these limits by itself under steady throttling; here they stay.</remarks>
internal sealed class PutThroughput
{
    private static readonly string[] LargeRegions = ["us-east-1", "us-west-2", "eu-west-1"];

    private readonly Lock _lock = new();
    private readonly bool _isEnforced;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly TokenBucket _requests;
    private readonly TokenBucket _records;
    private readonly TokenBucket _bytes;

    /// <param name="region">The region of the delivery stream.</param>
    /// <param name="isEnforced">False admits everything.</param>
    /// <param name="clock">The clock.</param>
    public PutThroughput(string region, bool isEnforced, TimeProvider clock)
    {
        var isLarge = LargeRegions.Contains(region);
        _isEnforced = isEnforced;
        _clock = clock;
        _start = clock.GetTimestamp();
        _requests = new TokenBucket(isLarge ? 2_000 : 1_000);
        _records = new TokenBucket(isLarge ? 500_000 : 100_000);
        _bytes = new TokenBucket((isLarge ? 5 : 1) * 1024 * 1024);
    }

    /// <summary>Asks to call PutRecord or PutRecordBatch.</summary>
    public bool TryTakeRequest()
    {
        lock (_lock)
        {
            return TryTake(_requests, 1);
        }
    }

    /// <summary>Asks to put a record.</summary>
    public bool TryTakeRecord(int bytes)
    {
        lock (_lock)
        {
            return !_isEnforced || (_bytes.Has(bytes, Now()) && TryTake(_records, 1) && TryTake(_bytes, bytes));
        }
    }

    private bool TryTake(TokenBucket bucket, int amount)
    {
        if (!_isEnforced)
        {
            return true;
        }

        if (!bucket.Has(amount, Now()))
        {
            return false;
        }

        bucket.Take(amount);
        return true;
    }

    private TimeSpan Now() => _clock.GetElapsedTime(_start);
}
