namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The quotes around entity tags.</summary>
internal static class EntityTags
{
    public static string Quote(string tag) => $"\"{tag}\"";

    /// <summary>Removes the quotes; clients send tags with and without.</summary>
    public static string Unquote(string tag) =>
        tag.Length >= 2 && tag.StartsWith('"') && tag.EndsWith('"') ? tag[1..^1] : tag;
}
