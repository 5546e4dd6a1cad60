using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Gives the value of a part of a template: functions are called, references followed.</summary>
internal sealed class TemplateEvaluator(TemplateInstance template, IResourceValues resources)
{
    /// <summary>
    /// How many characters the calls of one evaluation may give together. Substitutions within substitutions would
    /// otherwise make any length out of a short template.
    /// </summary>
    private const int MaxCharacters = 8 * 1024 * 1024;

    private int _characters;

    /// <summary>The value; null when it is <c>AWS::NoValue</c>, which removes a property or an item.</summary>
    /// <exception cref="Protocol.AwsException">A function cannot give a value.</exception>
    public JsonNode? Evaluate(JsonNode? node)
    {
        if (Intrinsics.IsCall(node, out var function, out var argument))
        {
            FunctionShapes.Verify(function, argument);
            return Call(function, argument!);
        }

        return node switch
        {
            JsonObject members => EvaluateMembers(members),
            JsonArray items => EvaluateItems(items),
            _ => node?.DeepClone(),
        };
    }

    private JsonObject EvaluateMembers(JsonObject members)
    {
        var evaluated = new JsonObject();
        foreach (var member in members)
        {
            if (Evaluate(member.Value) is { } value)
            {
                evaluated[member.Key] = value;
            }
        }

        return evaluated;
    }

    private JsonArray EvaluateItems(JsonArray items) =>
        [.. items.Select(Evaluate).Where(value => value is not null)];

    private JsonNode? Call(string function, JsonNode argument) => function switch
    {
        "Ref" => Ref(argument.ToString()),
        "Fn::GetAtt" => GetAtt(argument),
        "Fn::Sub" => Sub(argument),
        "Fn::Join" => Join(argument[0]!.ToString(), List(argument[1], "Fn::Join")),
        "Fn::Split" => Split(argument[0]!.ToString(), Text(argument[1], "Fn::Split")),
        "Fn::Select" => Select(argument),
        "Fn::FindInMap" => FindInMap(argument),
        "Fn::If" => Evaluate(argument[template.IsTrue(argument[0]!.ToString()) ? 1 : 2]),
        "Fn::Base64" => Spend(Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(argument, "Fn::Base64")))),
        "Fn::ImportValue" => resources.Import(Text(argument, "Fn::ImportValue")),
        "Fn::Cidr" => Cidr(argument),
        "Fn::GetAZs" => Zones(Text(argument, "Fn::GetAZs")),
        _ => throw TemplateErrors.UnsupportedFunction(function),
    };

    private JsonNode? Ref(string name) =>
        template.Template.Parameters.TryGetValue(name, out var parameter)
            ? parameter.Value(template.Parameters[name])
            : PseudoParameters.Has(name) ? template.PseudoParameters.Value(name) : resources.Ref(name);

    private JsonNode GetAtt(JsonNode argument)
    {
        var (logicalId, attribute) = Intrinsics.GetAtt(argument);
        return resources.GetAtt(logicalId, Text(attribute, "Fn::GetAtt"));
    }

    private JsonNode Sub(JsonNode argument)
    {
        var text = argument is JsonArray pair ? pair[0]! : argument;
        var own = argument is JsonArray { Count: 2 } withOwn ? (JsonObject)withOwn[1]! : [];
        var values = own.ToDictionary(member => member.Key, member => Text(member.Value, "Fn::Sub"));
        return SubstitutionText.Replace(text.ToString(), variable =>
            Spend(values.TryGetValue(variable, out var value) ? value : Variable(variable)));
    }

    private string Variable(string name) =>
        !name.Contains("::", StringComparison.Ordinal) && name.Split('.', 2) is [var logicalId, var attribute]
            ? resources.GetAtt(logicalId, attribute)
            : ItemText(Ref(name));

    private JsonNode Join(string delimiter, JsonArray items)
    {
        var text = new StringBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "" : Spend(delimiter)).Append(Spend(ItemText(items[i])));
        }

        return text.ToString();
    }

    private JsonArray Split(string delimiter, string text) =>
        delimiter.Length == 0
            ? throw TemplateErrors.Template("Fn::Split delimiter can not be an empty string")
            : [.. Spend(text).Split(delimiter).Select(part => (JsonNode)part)];

    private JsonNode? Select(JsonNode argument)
    {
        var index = Text(argument[0], "Fn::Select");
        var list = List(argument[1], "Fn::Select");
        return int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && position < list.Count
            ? list[position]?.DeepClone()
            : throw TemplateErrors.NothingToSelect(index);
    }

    private JsonNode? FindInMap(JsonNode argument)
    {
        var name = Text(argument[0], "Fn::FindInMap");
        var first = Text(argument[1], "Fn::FindInMap");
        var second = Text(argument[2], "Fn::FindInMap");
        if (!template.Template.Mappings.TryGetValue(name, out var mapping))
        {
            throw TemplateErrors.UnknownMapping(name);
        }

        var value = mapping[first]?[second]
            ?? throw TemplateErrors.NotInMapping(name, first, second);
        Spend(value.ToJsonString());
        return value.DeepClone();
    }

    private JsonArray Cidr(JsonNode argument)
    {
        var texts = Enumerable.Range(0, 3).Select(i => Text(argument[i], "Fn::Cidr")).ToList();
        return [.. CidrBlocks.Divide(texts[0], texts[1], texts[2]).Select(block => (JsonNode)Spend(block))];
    }

    /// <summary>Zones are names only; every region is given three.</summary>
    private JsonArray Zones(string region)
    {
        var name = region.Length == 0 ? template.PseudoParameters.Region : region;
        return [name + "a", name + "b", name + "c"];
    }

    private string Spend(string text)
    {
        _characters += text.Length;
        return _characters <= MaxCharacters
            ? text
            : throw TemplateErrors.Template($"its functions give more than {MaxCharacters} characters");
    }

    private JsonArray List(JsonNode? node, string function) => Evaluate(node) as JsonArray
        ?? throw TemplateErrors.Template($"{function} requires a list, or a function that returns one");

    private string Text(JsonNode? node, string function) => Intrinsics.Text(Evaluate(node))
        ?? throw TemplateErrors.Template($"every {function} object must have String-typed values");

    private static string ItemText(JsonNode? node) => Intrinsics.Text(node)
        ?? throw TemplateErrors.Template("every value to be joined or substituted must be a string");
}
