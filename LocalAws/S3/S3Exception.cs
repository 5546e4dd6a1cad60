namespace TelemetryAspire.LocalAws.S3;

/// <summary>A request S3 refuses: becomes the XML error document.</summary>
/// <param name="code">The code clients switch on, for example <c>NoSuchKey</c>.</param>
/// <param name="message">What is wrong, for people.</param>
/// <param name="statusCode">The HTTP status.</param>
internal sealed class S3Exception(string code, string message, int statusCode) : Exception(message)
{
    /// <summary>The code clients switch on.</summary>
    public string Code => code;

    /// <summary>The HTTP status.</summary>
    public int StatusCode => statusCode;

    /// <summary>Further elements of the error document, for example the bucket's name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];
}
