namespace TelemetryAspire.LocalAws.Kinesis.Tags;

/// <summary>A tag as responses list it.</summary>
internal sealed record Tag(string Key, string Value)
{
    /// <summary>The tags in the order of their keys.</summary>
    public static IEnumerable<Tag> Of(IReadOnlyDictionary<string, string> tags) => tags
        .Select(tag => new Tag(tag.Key, tag.Value))
        .OrderBy(tag => tag.Key, StringComparer.Ordinal);
}
