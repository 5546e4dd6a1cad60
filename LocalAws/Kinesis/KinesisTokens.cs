using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Checks tokens that callers give back, with the errors of Kinesis.</summary>
internal static class KinesisTokens
{
    /// <summary>Reads the token of a next page.</summary>
    /// <exception cref="AwsException">It was not issued here, or has expired.</exception>
    public static OpaqueToken DecodePage(string text, OpaqueTokenKind kind, TimeProvider timeProvider)
    {
        if (!OpaqueToken.TryDecode(text, kind, out var token))
        {
            throw KinesisErrors.InvalidArgument("Invalid NextToken.");
        }

        return token.IsExpired(timeProvider.GetUtcNow())
            ? throw new AwsException("ExpiredNextTokenException", "The NextToken has expired; list from the start.")
            : token;
    }

    /// <summary>Reads a shard iterator.</summary>
    /// <exception cref="AwsException">It was not issued here, or has expired.</exception>
    public static OpaqueToken DecodeIterator(string text, TimeProvider timeProvider)
    {
        if (!OpaqueToken.TryDecode(text, OpaqueTokenKind.ShardIterator, out var token))
        {
            throw KinesisErrors.InvalidArgument("Invalid ShardIterator.");
        }

        var now = timeProvider.GetUtcNow();
        return token.IsExpired(now)
            ? throw new AwsException(
                "ExpiredIteratorException",
                $"Iterator expired. The iterator was created at time {Text(token.IssuedAt)} while right now it is "
                + $"{Text(now.ToUnixTimeMilliseconds())} which is further in the future than the tolerated delay of "
                + "300000 milliseconds.")
            : token;
    }

    /// <summary>Sample: <c>Thu Jan 22 01:22:02 UTC 2015</c>.</summary>
    private static string Text(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
        .ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);
}
