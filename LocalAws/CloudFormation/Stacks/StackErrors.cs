using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>The errors of CloudFormation about stacks, in its words.</summary>
internal static class StackErrors
{
    /// <summary>Of the operations that describe; the AWS CLI looks for these words.</summary>
    public static AwsException NotFound(string nameOrId) =>
        AwsException.Validation($"Stack with id {nameOrId} does not exist");

    /// <summary>Of the operations that change a stack.</summary>
    public static AwsException DoesNotExist(string nameOrId) =>
        AwsException.Validation($"Stack [{nameOrId}] does not exist");

    public static AwsException AlreadyExists(string name) =>
        new("AlreadyExistsException", $"Stack [{name}] already exists");

    public static AwsException NotUpdatable(StackRecord stack) =>
        AwsException.Validation($"Stack:{stack.Id} is in {stack.Status} state and can not be updated.");

    public static AwsException NoUpdates() => AwsException.Validation("No updates are to be performed.");

    public static AwsException ChangeSetNotFound(string nameOrId) => new(
        "ChangeSetNotFound", $"ChangeSet [{nameOrId}] does not exist", StatusCodes.Status404NotFound);

    public static AwsException ExportNotFound(string name) =>
        AwsException.Validation($"No export named {name} found.");
}
