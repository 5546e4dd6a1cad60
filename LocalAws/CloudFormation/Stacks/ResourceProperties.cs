using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>The properties of a resource with its functions called, the stack's tags added, and typed.</summary>
internal static class ResourceProperties
{
    public static JsonObject Evaluate(
        ResourceDefinition resource,
        TemplateInstance template,
        IResourceValues values,
        ResourceSchema schema,
        StackDefinition definition)
    {
        var evaluator = new TemplateEvaluator(template, values);
        var properties = (JsonObject)evaluator.Evaluate(template.PropertiesOf(resource))!;
        var typed = schema.Convert(resource.LogicalId, properties);
        AddTags(typed, schema, definition);
        return typed;
    }

    /// <summary>Adds the stack's tags where the type takes tags; the properties are typed already.</summary>
    public static void AddTags(JsonObject properties, ResourceSchema schema, StackDefinition definition)
    {
        if (schema.Properties?.ContainsKey("Tags") == true)
        {
            ResourceTags.Add(properties, definition.ResourceTags);
        }
    }
}
