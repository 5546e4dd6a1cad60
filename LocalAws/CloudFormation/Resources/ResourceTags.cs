using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>The property Tags: a list of Key and Value here, a map in some services.</summary>
internal static class ResourceTags
{
    public static Dictionary<string, string> Of(JsonObject properties) =>
        (properties["Tags"] as JsonArray ?? [])
            .ToDictionary(tag => tag!["Key"]?.ToString() ?? "", tag => tag!["Value"]?.ToString() ?? "");

    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> tags) =>
        new(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));

    public static JsonArray List(IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. tags.Select(Item)];

    /// <summary>Adds the tags of a stack to typed properties; a tag of the resource's own goes first.</summary>
    public static void Add(JsonObject properties, IEnumerable<KeyValuePair<string, string>> stackTags)
    {
        var own = (properties["Tags"] as JsonArray)?.Select(tag => tag?["Key"]?.ToString()).ToHashSet() ?? [];
        var more = stackTags.Where(tag => !own.Contains(tag.Key)).ToList();
        if (more.Count == 0)
        {
            return;
        }

        var tags = properties["Tags"]?.DeepClone() as JsonArray ?? [];
        foreach (var tag in more)
        {
            tags.Add(Item(tag));
        }

        properties["Tags"] = tags;
    }

    private static JsonNode Item(KeyValuePair<string, string> tag) =>
        new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value };
}
