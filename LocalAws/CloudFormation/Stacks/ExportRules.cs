using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Keeps the exports of stacks unique, and unchanged while another stack uses them.</summary>
internal static class ExportRules
{
    /// <exception cref="AwsException">The outputs would break a rule.</exception>
    public static void Verify(StackStore store, StackRecord stack, IReadOnlyList<StackOutput> outputs)
    {
        foreach (var output in outputs.Where(output => output.ExportName is not null))
        {
            var other = store.Exports().FirstOrDefault(export =>
                export.Output.ExportName == output.ExportName && export.Stack.Id != stack.Id).Stack;
            if (other is not null)
            {
                throw AwsException.Validation(
                    $"Export with name {output.ExportName} is already exported by stack {other.Name}");
            }
        }

        foreach (var before in stack.Outputs.Where(output => output.ExportName is not null))
        {
            var after = outputs.FirstOrDefault(output => output.ExportName == before.ExportName);
            if (after?.Value != before.Value && UsersOf(store, before) is { Length: > 0 } users)
            {
                throw AwsException.Validation(
                    $"Export {before.ExportName} cannot be {(after is null ? "deleted" : "updated")} "
                    + $"as it is in use by {users}");
            }
        }
    }

    /// <exception cref="AwsException">Another stack uses an export of this one.</exception>
    public static void VerifyDeletion(StackStore store, StackRecord stack) => Verify(store, stack, []);

    private static string UsersOf(StackStore store, StackOutput export) =>
        string.Join(", ", store.Importers(export.ExportName!));
}
