using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>What a property takes, as the resource specification says it.</summary>
internal abstract class PropertyType
{
    public static readonly PropertyType Text = new ScalarType("String", node => Intrinsics.Text(node));

    public static readonly PropertyType Whole = new ScalarType("Integer", node => Number(Intrinsics.Text(node)));

    public static readonly PropertyType Flag = new ScalarType(
        "Boolean", node => bool.TryParse(Intrinsics.Text(node), out var flag) ? flag : null);

    /// <summary>Whatever the service takes: it is passed on as it is.</summary>
    public static readonly PropertyType Any = new AnyType();

    /// <summary>A list of Key and Value.</summary>
    public static readonly PropertyType Tags = new TagsType();

    public static PropertyType ListOf(PropertyType item) => new ListType(item);

    public static PropertyType Structure(params (string Name, PropertyType Type)[] members) =>
        new StructureType(members.ToDictionary(member => member.Name, member => member.Type, StringComparer.Ordinal));

    /// <summary>Gives a value the type of the property: <c>"2"</c> becomes 2 where a number is due.</summary>
    /// <param name="value">A value without functions.</param>
    /// <param name="path">The property, for example <c>#/ShardCount</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public abstract JsonNode? Convert(JsonNode value, string path, ICollection<string> problems);

    /// <summary>Finds members that the property does not have, before functions are called.</summary>
    public virtual void FindUnknown(JsonNode? value, string path, ICollection<string> problems)
    {
    }

    private static JsonNode? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Found(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "JSONObject",
        JsonValueKind.Array => "JSONArray",
        JsonValueKind.Number => "Number",
        JsonValueKind.True or JsonValueKind.False => "Boolean",
        _ => "String",
    };

    private sealed class ScalarType(string name, Func<JsonNode, JsonNode?> convert) : PropertyType
    {
        public override JsonNode? Convert(JsonNode value, string path, ICollection<string> problems)
        {
            var converted = convert(value);
            if (converted is null)
            {
                problems.Add($"{path}: expected type: {name}, found: {Found(value)}");
            }

            return converted;
        }
    }

    private sealed class AnyType : PropertyType
    {
        public override JsonNode? Convert(JsonNode value, string path, ICollection<string> problems) =>
            value.DeepClone();
    }

    private sealed class ListType(PropertyType item) : PropertyType
    {
        public override JsonNode? Convert(JsonNode value, string path, ICollection<string> problems)
        {
            if (value is not JsonArray items)
            {
                problems.Add($"{path}: expected type: JSONArray, found: {Found(value)}");
                return null;
            }

            return new JsonArray([.. items.Select((each, i) => item.Convert(each!, $"{path}/{i}", problems))]);
        }

        public override void FindUnknown(JsonNode? value, string path, ICollection<string> problems)
        {
            if (value is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    item.FindUnknown(items[i], $"{path}/{i}", problems);
                }
            }
        }
    }

    private sealed class StructureType(IReadOnlyDictionary<string, PropertyType> types) : PropertyType
    {
        public override JsonNode? Convert(JsonNode value, string path, ICollection<string> problems)
        {
            if (value is not JsonObject members)
            {
                problems.Add($"{path}: expected type: JSONObject, found: {Found(value)}");
                return null;
            }

            FindUnknown(value, path, problems);
            var converted = new JsonObject();
            foreach (var member in members.Where(member => types.ContainsKey(member.Key)))
            {
                converted[member.Key] = types[member.Key].Convert(member.Value!, $"{path}/{member.Key}", problems);
            }

            return converted;
        }

        public override void FindUnknown(JsonNode? value, string path, ICollection<string> problems)
        {
            if (value is null || Intrinsics.IsCall(value, out _, out _))
            {
                return;
            }

            if (value is not JsonObject members)
            {
                problems.Add($"{path}: expected type: JSONObject, found: {Found(value)}");
                return;
            }

            foreach (var member in members)
            {
                if (types.TryGetValue(member.Key, out var type))
                {
                    type.FindUnknown(member.Value, $"{path}/{member.Key}", problems);
                }
                else
                {
                    problems.Add($"{path}: extraneous key [{member.Key}] is not permitted");
                }
            }
        }
    }

    private sealed class TagsType : PropertyType
    {
        private static readonly PropertyType List = ListOf(Structure(("Key", Text), ("Value", Text)));

        public override JsonNode? Convert(JsonNode value, string path, ICollection<string> problems)
        {
            var converted = List.Convert(value, path, problems);
            FindWrongKeys(converted, path, problems);
            return converted;
        }

        public override void FindUnknown(JsonNode? value, string path, ICollection<string> problems)
        {
            List.FindUnknown(value, path, problems);
            FindWrongKeys(value, path, problems);
        }

        private static void FindWrongKeys(JsonNode? tags, string path, ICollection<string> problems)
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tag in (tags as JsonArray ?? []).OfType<JsonObject>())
            {
                if (Intrinsics.IsCall(tag, out _, out _))
                {
                    continue;
                }

                if (!tag.ContainsKey("Key"))
                {
                    problems.Add($"{path}: required key [Key] not found");
                }
                else if (Intrinsics.Text(tag["Key"]) is { } key && !known.Add(key))
                {
                    problems.Add($"{path}: duplicate key [{key}] is not permitted");
                }
            }
        }
    }
}
