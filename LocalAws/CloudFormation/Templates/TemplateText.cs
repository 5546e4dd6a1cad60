using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Reads the text of a template, YAML or JSON, into one kind of tree.</summary>
internal static class TemplateText
{
    /// <summary>The deepest nesting accepted; no real template comes near.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonDocumentOptions JsonOptions =
        new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <exception cref="Protocol.AwsException">The text is not well-formed.</exception>
    public static JsonObject Parse(string text)
    {
        var trimmed = text.TrimStart('\uFEFF').TrimStart();
        var root = trimmed.StartsWith('{') ? ParseJson(trimmed) : YamlTemplate.Parse(text);
        return root as JsonObject ?? throw TemplateErrors.Format("unsupported structure.");
    }

    private static JsonNode? ParseJson(string text)
    {
        try
        {
            var root = JsonNode.Parse(text, documentOptions: JsonOptions);
            RefuseLoneSurrogates(root);
            return root;
        }
        catch (JsonException exception) when (exception.LineNumber is null)
        {
            // Of a key that is there twice the reader knows the name, but not where it stands.
            throw TemplateErrors.Format($"JSON not well-formed. ({exception.Message})");
        }
        catch (JsonException exception)
        {
            throw TemplateErrors.Format(
                $"JSON not well-formed. (line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1})");
        }
        catch (Exception exception) when (exception is InvalidOperationException or EncoderFallbackException)
        {
            // The reader checks escapes only when a string is asked for: half of a surrogate pair is found then.
            throw TemplateErrors.Format("JSON not well-formed: a string has an incomplete surrogate pair.");
        }
    }

    private static void RefuseLoneSurrogates(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members)
                {
                    RefuseLoneSurrogates(member.Value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    RefuseLoneSurrogates(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                value.GetValue<string>();
                break;
        }
    }
}
