using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Constraints of tags, and how they change.</summary>
internal static partial class TagRules
{
    /// <summary>How many tags a delivery stream can have, and a request can carry.</summary>
    public const int MaxTags = 50;

    private const string KeyShown = @"^(?!aws:)[\p{L}\p{Z}\p{N}_.:\/=+\-@%]*$";
    private const string ValueShown = @"^[\p{L}\p{Z}\p{N}_.:\/=+\-@%]*$";

    /// <summary>Checks the tags of a request.</summary>
    public static void Validate(ref Validation validation, IReadOnlyList<Tag?>? tags)
    {
        if (tags is null)
        {
            return;
        }

        validation.Length("tags", $"[{tags.Count} tags]", tags.Count, 1, MaxTags);
        for (var i = 0; i < tags.Count; i++)
        {
            var path = $"tags.{i + 1}.member";
            validation.Required($"{path}.key", tags[i]?.Key);
            Key(ref validation, $"{path}.key", tags[i]?.Key);
            validation.Length($"{path}.value", tags[i]?.Value, 0, 256);
            validation.Pattern($"{path}.value", tags[i]?.Value, ValuePattern(), ValueShown);
        }
    }

    /// <summary>Checks the key of a tag.</summary>
    public static void Key(ref Validation validation, string path, string? key)
    {
        validation.Length(path, key, 1, 128);
        validation.Pattern(path, key, KeyPattern(), KeyShown);
    }

    /// <summary>The tags of a delivery stream after some are set.</summary>
    /// <exception cref="AwsException">
    /// LimitExceededException, or InvalidArgumentException for a key given twice.
    /// </exception>
    public static IReadOnlyList<Tag> Merge(IReadOnlyList<Tag> tags, IReadOnlyList<Tag?> added)
    {
        if (added.GroupBy(tag => tag!.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw FirehoseErrors.InvalidArgument($"The tag key {twice.Key} is given more than once.");
        }

        var keys = added.Select(tag => tag!.Key).ToHashSet();
        Tag[] merged = [.. tags.Where(tag => !keys.Contains(tag.Key)), .. added.Select(tag => tag!)];
        Array.Sort(merged, (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return merged.Length <= MaxTags
            ? merged
            : throw FirehoseErrors.LimitExceeded($"A delivery stream can have {MaxTags} tags.");
    }

    [GeneratedRegex(@"^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@%]*\z")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@%]*\z")]
    private static partial Regex ValuePattern();
}
