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

    public static AwsException UnsupportedFunction(string name) => AwsException.Validation(
        $"Template Error: Encountered unsupported function: {name} Supported functions are: "
        + $"[{string.Join(", ", Intrinsics.Supported)}]");

    public static AwsException TooMany(string what, int count, int limit) =>
        Format($"Number of {what}, {count}, is greater than maximum allowed, {limit}");
}
