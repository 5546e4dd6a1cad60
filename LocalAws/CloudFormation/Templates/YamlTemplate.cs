using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Reads YAML, with the short form of functions turned into the long one.</summary>
/// <remarks>
/// Sample: <c>Name: !Sub "${AWS::StackName}-readings"</c>. CloudFormation knows neither aliases nor merges, so a small
/// text cannot stand for a large tree.
/// </remarks>
internal sealed partial class YamlTemplate
{
    private const int MaxKeyBytes = 4_096;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly IParser _parser;

    private YamlTemplate(IParser parser) => _parser = parser;

    /// <exception cref="Protocol.AwsException">The text is not well-formed, or uses what CloudFormation does not
    /// take.</exception>
    public static JsonNode? Parse(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = new YamlTemplate(parser).ReadNode(0);
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return root;
        }
        catch (YamlException exception)
        {
            throw NotWellFormed(exception.Start);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException
            or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The scanner ends so, without a place, on some text that is no YAML; strict UTF-8 on half a character.
            throw NotWellFormed(parser.Current?.End ?? Mark.Empty);
        }
    }

    private JsonNode? ReadNode(int depth)
    {
        if (depth > TemplateText.MaxDepth)
        {
            throw TemplateErrors.Format($"The template is nested deeper than {TemplateText.MaxDepth} levels.");
        }

        if (_parser.Accept<AnchorAlias>(out _))
        {
            throw TemplateErrors.Template("YAML aliases are not allowed in CloudFormation templates");
        }

        var node = _parser.Consume<NodeEvent>();
        var value = node switch
        {
            Scalar scalar => ReadScalar(scalar),
            MappingStart => ReadMapping(depth),
            SequenceStart => ReadSequence(depth),
            _ => throw NotWellFormed(node.Start),
        };
        return ApplyTag(node, value);
    }

    private JsonObject ReadMapping(int depth)
    {
        var mapping = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key) || key.Value == "<<"
                || StrictUtf8.GetByteCount(key.Value) > MaxKeyBytes || !mapping.TryAdd(key.Value, null))
            {
                // A key that is no text, a merge, or a key given twice.
                throw NotWellFormed(key?.Start ?? _parser.Current?.Start ?? Mark.Empty);
            }

            mapping[key.Value] = ReadNode(depth + 1);
        }

        return mapping;
    }

    private JsonArray ReadSequence(int depth)
    {
        var sequence = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            sequence.Add(ReadNode(depth + 1));
        }

        return sequence;
    }

    /// <summary>Numbers keep how they are written, so that <c>1.10</c> used as text stays <c>1.10</c>.</summary>
    private static JsonNode? ReadScalar(Scalar scalar)
    {
        StrictUtf8.GetByteCount(scalar.Value);
        if (scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty)
        {
            return JsonValue.Create(scalar.Value);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            var text when Number().IsMatch(text) => JsonNode.Parse(text),
            var text => JsonValue.Create(text),
        };
    }

    private static JsonNode? ApplyTag(NodeEvent node, JsonNode? value)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
        {
            return value;
        }

        return node.Tag.Value switch
        {
            "!Ref" => Call("Ref", value),
            "!Condition" => Call("Condition", value),
            "!GetAtt" when value is JsonValue path => Call("Fn::GetAtt", new JsonArray(
                [.. path.ToString().Split('.', 2).Select(part => (JsonNode)part)])),
            ['!', .. var function] when function.Length > 0 => Call("Fn::" + function, value),
            "tag:yaml.org,2002:str" or "tag:yaml.org,2002:map" or "tag:yaml.org,2002:seq" => value,
            "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" => value,
            var tag => throw TemplateErrors.Format($"The YAML tag {tag} is not allowed in CloudFormation templates."),
        };
    }

    private static JsonObject Call(string function, JsonNode? argument) => new() { [function] = argument };

    private static Protocol.AwsException NotWellFormed(Mark at) =>
        TemplateErrors.Format($"YAML not well-formed. (line {at.Line}, column {at.Column})");

    [GeneratedRegex(@"^-?(0|[1-9]\d{0,17})(\.\d{1,18})?([eE][+-]?\d{1,3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
