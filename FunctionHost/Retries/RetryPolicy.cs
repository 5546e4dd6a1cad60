using System.Globalization;

namespace TelemetryAspire.FunctionHost.Retries;

/// <summary>A function's retry attribute, read and checked.</summary>
/// <param name="MaxRetryCount">Retries after the first attempt; -1 without end.</param>
/// <param name="Minimum">The first delay.</param>
/// <param name="Maximum">The longest delay; equal to <paramref name="Minimum"/> for a fixed delay.</param>
internal sealed record RetryPolicy(int MaxRetryCount, TimeSpan Minimum, TimeSpan Maximum)
{
    /// <summary>A function without a retry attribute: its exception counts at once.</summary>
    public static RetryPolicy None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Whether an invocation that failed <paramref name="failures"/> times may be repeated.</summary>
    public bool Allows(int failures) => MaxRetryCount < 0 || failures <= MaxRetryCount;

    /// <summary>The delay before retry number <paramref name="retry"/>, from 1.</summary>
    public TimeSpan Delay(int retry, Jitter jitter) =>
        Minimum == Maximum ? Minimum : Backoff.Delay(retry - 1, Minimum, Maximum, jitter);

    /// <summary>Reads the attribute of the function called <paramref name="function"/>.</summary>
    /// <exception cref="FunctionHostConfigurationException">A count or an interval cannot work.</exception>
    public static RetryPolicy Read(RetryAttribute? attribute, string function)
    {
        var policy = attribute switch
        {
            null => None,
            FixedDelayRetryAttribute fixedDelay => new RetryPolicy(
                fixedDelay.MaxRetryCount,
                Interval(fixedDelay.DelayInterval, nameof(FixedDelayRetryAttribute.DelayInterval), function),
                Interval(fixedDelay.DelayInterval, nameof(FixedDelayRetryAttribute.DelayInterval), function)),
            ExponentialBackoffRetryAttribute backoff => new RetryPolicy(
                backoff.MaxRetryCount,
                Interval(backoff.MinimumInterval, nameof(ExponentialBackoffRetryAttribute.MinimumInterval), function),
                Interval(backoff.MaximumInterval, nameof(ExponentialBackoffRetryAttribute.MaximumInterval), function)),
            _ => throw new FunctionHostConfigurationException(
                $"Function {function}: the retry attribute {attribute.GetType().Name} is unknown."),
        };

        if (policy.MaxRetryCount < -1)
        {
            throw new FunctionHostConfigurationException(
                $"Function {function}: MaxRetryCount {policy.MaxRetryCount} is below -1 (retry without end).");
        }

        if (policy.Minimum > policy.Maximum)
        {
            throw new FunctionHostConfigurationException(
                $"Function {function}: MinimumInterval {policy.Minimum} is longer than "
                + $"MaximumInterval {policy.Maximum}.");
        }

        return policy;
    }

    private static TimeSpan Interval(string text, string name, string function) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval)
        && interval > TimeSpan.Zero && interval <= TimeSpan.FromDays(1)
            ? interval
            : throw new FunctionHostConfigurationException(
                $"Function {function}: {name} '{text}' is not a time span above 0 and up to a day, like 00:00:01.");
}
