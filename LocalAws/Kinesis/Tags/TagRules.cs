using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Tags;

/// <summary>What tags a stream or a consumer may have.</summary>
internal static partial class TagRules
{
    /// <summary>How many tags a stream or a consumer may have.</summary>
    public const int MaxTags = 50;

    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private const int MaxKeyLength = 128;
    private const int MaxValueLength = 256;

    /// <summary>Checks tags to be set against the API's constraints.</summary>
    public static void Validate(ref Validation validation, IReadOnlyDictionary<string, string?>? tags)
    {
        if (tags is null)
        {
            return;
        }

        var shown = $"{{{string.Join(", ", tags.Select(tag => $"{tag.Key}={tag.Value}"))}}}";
        validation.Length("tags", shown, tags.Count, 1, 200);
        if (!tags.Keys.All(IsKey))
        {
            validation.Fail(
                "tags",
                shown,
                "Map keys must satisfy constraint: [Member must have length less than or equal to 128, "
                + "Member must have length greater than or equal to 1]");
        }

        if (!tags.Values.All(value => value?.Length is >= 0 and <= MaxValueLength))
        {
            validation.Fail(
                "tags",
                shown,
                "Map value must satisfy constraint: [Member must have length less than or equal to 256, "
                + "Member must have length greater than or equal to 0]");
        }
    }

    /// <summary>Checks keys of tags to be removed against the API's constraints.</summary>
    public static void Validate(ref Validation validation, IReadOnlyList<string?>? keys)
    {
        validation.Required("tagKeys", keys);
        if (keys is null)
        {
            return;
        }

        var shown = $"[{string.Join(", ", keys)}]";
        validation.Length("tagKeys", shown, keys.Count, 1, MaxTags);
        if (!keys.All(IsKey))
        {
            validation.Fail(
                "tagKeys",
                shown,
                "Member must satisfy constraint: [Member must have length less than or equal to 128, "
                + "Member must have length greater than or equal to 1]");
        }
    }

    /// <summary>The tags there are and those to be set.</summary>
    /// <param name="tags">Those there are.</param>
    /// <param name="added">Those to be set, which replace others of the same key; null for none.</param>
    /// <param name="owner">What the tags are on, for the errors.</param>
    /// <exception cref="AwsException">InvalidArgumentException: a character, a reserved key or too many.</exception>
    public static IReadOnlyDictionary<string, string> Add(
        IReadOnlyDictionary<string, string> tags,
        IReadOnlyDictionary<string, string?>? added,
        string owner)
    {
        if (added is null)
        {
            return tags;
        }

        CheckCharacters([.. added.Keys, .. added.Values.Select(value => value!)]);
        CheckReserved(added.Keys);
        var merged = new Dictionary<string, string>(tags);
        foreach (var (key, value) in added)
        {
            merged[key] = value!;
        }

        return merged.Count <= MaxTags
            ? merged
            : throw KinesisErrors.InvalidArgument(
                $"Failed to add tags to {owner} under account {RequestContext.DefaultAccountId} because a given stream "
                + $"cannot have more than {MaxTags} tags associated with it.");
    }

    /// <summary>The tags there are without those of some keys; a key that no tag has is ignored.</summary>
    /// <exception cref="AwsException">InvalidArgumentException: a character or a reserved key.</exception>
    public static IReadOnlyDictionary<string, string> Remove(
        IReadOnlyDictionary<string, string> tags,
        IReadOnlyList<string?> keys)
    {
        CheckCharacters(keys.Select(key => key!));
        CheckReserved(keys.Select(key => key!));
        return tags.Where(tag => !keys.Contains(tag.Key)).ToDictionary(tag => tag.Key, tag => tag.Value);
    }

    private static bool IsKey(string? key) => key?.Length is >= 1 and <= MaxKeyLength;

    private static void CheckCharacters(IEnumerable<string> texts)
    {
        if (!texts.All(text => Allowed().IsMatch(text)))
        {
            throw KinesisErrors.InvalidArgument(
                "Some tags contain invalid characters. Valid characters: "
                + "Unicode letters, digits, white space, _ . / = + - % @ :.");
        }
    }

    private static void CheckReserved(IEnumerable<string> keys)
    {
        if (keys.FirstOrDefault(key => key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            throw KinesisErrors.InvalidArgument(
                $"The tag key {reserved} is not allowed: keys that begin with aws: are reserved for AWS.");
        }
    }

    [GeneratedRegex(@"\A[\p{L}\p{Z}\p{N}_./=+\-@:]*\z")]
    private static partial Regex Allowed();
}
