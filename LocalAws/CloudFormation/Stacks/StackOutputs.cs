using TelemetryAspire.LocalAws.CloudFormation.Templates;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Evaluates the outputs of a template.</summary>
internal static class StackOutputs
{
    public static IReadOnlyList<StackOutput> Evaluate(TemplateInstance template, IResourceValues values)
    {
        var evaluator = new TemplateEvaluator(template, values);
        return
        [
            .. template.Outputs.Select(output => new StackOutput(
                output.Key,
                Intrinsics.Text(evaluator.Evaluate(output.Value.Value)) ?? throw Malformed(output.Key, "Value"),
                output.Value.Description,
                output.Value.ExportName is null
                    ? null
                    : Intrinsics.Text(evaluator.Evaluate(output.Value.ExportName))
                        ?? throw Malformed(output.Key, "Export Name"))),
        ];
    }

    private static Protocol.AwsException Malformed(string output, string field) => TemplateErrors.Format(
        $"Output {output} is malformed. The {field} field of every Outputs member must evaluate to a String.");
}
