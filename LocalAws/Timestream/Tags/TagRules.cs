using System.Globalization;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Tags;

/// <summary>Constraints of tags, and how they change. Source: developer guide, "Tagging restrictions".</summary>
internal static partial class TagRules
{
    /// <summary>How many tags a resource can have.</summary>
    public const int MaxTags = 50;

    /// <summary>How many tags or keys a request can carry.</summary>
    private const int MaxPerRequest = 200;

    private const string Shown = @"[\p{L}\p{Z}\p{N}_.:/=+\-@]*";

    /// <summary>Checks the tags of a request.</summary>
    public static void Check(ref Validation validation, List<Tag>? tags)
    {
        if (tags is null)
        {
            return;
        }

        validation.Length("tags", $"[{tags.Count} tags]", tags.Count, 0, MaxPerRequest);
        for (var index = 0; index < tags.Count; index++)
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"tags.{index + 1}.member");
            validation.Required(member, tags[index]);
            validation.Required($"{member}.key", tags[index]?.Key);
            CheckKey(ref validation, $"{member}.key", tags[index]?.Key);
            validation.Required($"{member}.value", tags[index]?.Value);
            validation.Length($"{member}.value", tags[index]?.Value, 1, 256);
            validation.Pattern($"{member}.value", tags[index]?.Value, Allowed(), Shown);
        }
    }

    /// <summary>Checks the keys of tags to be removed.</summary>
    public static void CheckKeys(ref Validation validation, List<string>? keys)
    {
        validation.Required("tagKeys", keys);
        validation.Length("tagKeys", $"[{keys?.Count} keys]", keys?.Count ?? 0, 0, MaxPerRequest);
        for (var index = 0; index < keys?.Count; index++)
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"tagKeys.{index + 1}.member");
            validation.Required(member, keys[index]);
            validation.Length(member, keys[index], 1, 128);
        }
    }

    /// <summary>The tags of a resource after some are set: one of the same key is replaced.</summary>
    /// <exception cref="AwsException">
    /// ServiceQuotaExceededException; ValidationException for a key given twice or one that AWS keeps for itself.
    /// </exception>
    public static IReadOnlyList<Tag> Merge(IReadOnlyList<Tag> tags, List<Tag>? added)
    {
        if (added is null or [])
        {
            return tags;
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in added)
        {
            if (!keys.Add(tag.Key!))
            {
                throw TimestreamErrors.Validation($"The tag key '{tag.Key}' is given more than once.");
            }

            if (tag.Key!.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw TimestreamErrors.Validation($"The tag key '{tag.Key}' is invalid: 'aws:' is reserved.");
            }
        }

        Tag[] merged = [.. tags.Where(tag => !keys.Contains(tag.Key!)), .. added];
        Array.Sort(merged, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return merged.Length <= MaxTags
            ? merged
            : throw TimestreamErrors.QuotaExceeded($"The limit of {MaxTags} tags for a resource is exceeded.");
    }

    private static void CheckKey(ref Validation validation, string path, string? key)
    {
        validation.Length(path, key, 1, 128);
        validation.Pattern(path, key, Allowed(), Shown);
    }

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*\z")]
    private static partial Regex Allowed();
}
