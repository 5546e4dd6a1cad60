using System.Globalization;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The query parameter <c>partNumber</c>.</summary>
internal static class PartNumber
{
    private const int Greatest = 10_000;
    private const string Parameter = "partNumber";

    /// <summary>Reads it; null when absent.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static int? Find(S3Request request) => request.FindQuery(Parameter) is { } text ? Parse(text) : null;

    /// <summary>Reads a part number wherever it stands.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static int Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= Greatest
            ? number
            : throw S3Errors.InvalidArgument(
                $"Part number must be an integer between 1 and {Greatest}, inclusive", Parameter, text);
}
