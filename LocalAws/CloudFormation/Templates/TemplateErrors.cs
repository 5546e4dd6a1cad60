using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>What is wrong with a template, in AWS's words where they are known.</summary>
internal static class TemplateErrors
{
    public static AwsException Format(string message) =>
        AwsException.Validation("Template format error: " + message);

    public static AwsException Template(string message) => AwsException.Validation("Template error: " + message);

    public static AwsException Unresolved(IEnumerable<string> names, string section) => Format(
        $"Unresolved resource dependencies [{string.Join(", ", names)}] in the {section} block of the template");

    public static AwsException UnknownCondition(string name) => Format($"Condition {name} is not defined.");

    public static AwsException NullValue(string path) =>
        AwsException.Validation($"[{path}] 'null' values are not allowed in templates");

    public static AwsException NothingToSelect(string? index) =>
        Template($"Fn::Select cannot select nonexistent value at index {index}");

    public static AwsException UnknownMapping(string name) =>
        Template($"Mapping named '{name}' is not present in the 'Mappings' section of template.");

    public static AwsException NotInMapping(string name, string first, string second) =>
        Template($"Unable to get mapping for {name}::{first}::{second}");

    public static AwsException CircularCondition(string name) =>
        Format($"Circular dependency of condition {name} on itself");

    public static AwsException UnsupportedFunction(string name) => AwsException.Validation(
        $"Template Error: Encountered unsupported function: {name} Supported functions are: "
        + $"[{string.Join(", ", Intrinsics.Supported)}]");

    public static AwsException TooMany(string what, int count, int limit) =>
        Format($"Number of {what}, {count}, is greater than maximum allowed, {limit}");
}
