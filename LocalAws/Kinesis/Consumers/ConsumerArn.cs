using System.Globalization;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Consumers;

/// <summary>Names a registered consumer to the world, and tells it from earlier ones of the same name.</summary>
/// <remarks>Sample: <c>arn:aws:kinesis:us-east-1:000000000000:stream/readings/consumer/lake:1772366400</c>.</remarks>
internal static partial class ConsumerArn
{
    private const string PatternText =
        @"^(arn):aws.*:kinesis:.*:\d{12}:.*stream\/[a-zA-Z0-9_.-]+\/consumer\/[a-zA-Z0-9_.-]+:[0-9]+";

    /// <param name="streamArn">The ARN of the stream.</param>
    /// <param name="name">The consumer's name.</param>
    /// <param name="createdAt">When it was registered, milliseconds since 1970.</param>
    public static string Of(string streamArn, string name, long createdAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{streamArn}/consumer/{name}:{createdAt / 1000}");

    /// <summary>Checks an ARN against the API's constraints.</summary>
    public static void Validate(ref Validation validation, string path, string? arn)
    {
        validation.Length(path, arn, 1, 2048);
        validation.Pattern(path, arn, Pattern(), PatternText);
    }

    /// <summary>Takes an ARN apart.</summary>
    /// <returns>Null when it is no ARN of a consumer; such as that of a stream.</returns>
    public static (string Stream, string Consumer, long CreatedSeconds)? TryParse(string arn)
    {
        var match = Pattern().Match(arn);
        return match.Success
            && long.TryParse(match.Groups["created"].ValueSpan, CultureInfo.InvariantCulture, out var createdSeconds)
            ? (match.Groups["stream"].Value, match.Groups["consumer"].Value, createdSeconds)
            : null;
    }

    [GeneratedRegex(
        @"\Aarn:aws.*:kinesis:.*:\d{12}:.*stream/(?<stream>[a-zA-Z0-9_.-]+)/consumer/(?<consumer>[a-zA-Z0-9_.-]+)"
        + @":(?<created>[0-9]+)\z")]
    private static partial Regex Pattern();
}
