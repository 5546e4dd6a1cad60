namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>What a client says of an object beside its content.</summary>
/// <param name="Headers">
/// Content-Type, user metadata and whatever else a GET returns as it was sent; names in lower case.
/// </param>
internal sealed record ObjectMetadata(IReadOnlyDictionary<string, string> Headers)
{
    private static readonly Dictionary<string, string> NoTags = [];

    /// <summary>The tag set; empty unless given.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = NoTags;
}
