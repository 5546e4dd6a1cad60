namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Where moto 5.2.1 and LocalAws are known to answer differently of CloudFormation.</summary>
internal static class MotoCloudFormationDeviations
{
    private const string LeftOut = "moto leaves it out.";
    private const string NotThere = "moto does not have the operation and answers with status 500.";
    private const string Breaks = "moto answers with status 500.";
    private const string Unchecked = "moto takes what AWS refuses.";
    private const string NotMade = "moto lists a resource whose condition does not hold, with nothing in it.";

    public static readonly Deviation[] All =
    [
        .. Deviation.Each(
            LeftOut,
            "*.DriftInformation.*",
            "*.ConsumerCount",
            "*.MaxRecordSizeInKiB",
            "*.LastUpdatedTime",
            "*.LastUpdatedTimestamp",
            "*.DeletionTime",
            "*.IncludeNestedStacks",
            "*.Stacks.0.ChangeSetId",
            "*.ResourceIdentifierSummaries.*",
            "HeadBucket.AccessPointAlias",
            "DescribeStackResource.StackResourceDetail.Metadata",
            "GetTemplate.StagesAvailable.*",
            "InReview.Stacks.0.StackStatusReason"),
        new("ValidateTemplate.Parameters.*", "moto names no parameters."),
        .. Deviation.Each(NotMade, "DescribeStackResources.StackResources.2.*", "ListStackResources.*.2.*"),
        new("*.ResourceTypes.2", "moto names a type once for each of its resources."),
        new("*.Parameters.1.Description", "moto has an empty description where there is none."),
        new("DescribeStackEvents.*", "moto has the events of the stack itself only, none of its resources."),
        new("DescribeByPhysicalId.*", "moto does not find a stack by the id of a resource."),
        .. Deviation.Each(
            NotThere,
            "ListImports.*",
            "ImportsOfAbsent.*",
            "ProtectAbsent.*",
            "UpdateTerminationProtection.*",
            "DeleteProtected.*",
            "Protected.*"),
        .. Deviation.Each(
            Breaks,
            "DescribeAbsentResource.*",
            "CreateNonsense.*",
            "CreateWithoutTemplate.*",
            "CreateUnresolved.*",
            "CreateCircle.*",
            "ExecuteAbsent.*",
            "DeleteAbsentChangeSet.*"),
        .. Deviation.Each(
            Unchecked,
            "CreateInvalidName.*",
            "CreateWithUnknownParameter.*",
            "CreateWithValueNotAllowed.*",
            "CreateWithBothTags.*",
            "UpdateWithNothing.*",
            "CreateDroppedAgain.*",
            "ChangeAbsent.*"),
        .. Deviation.Each(
            "moto's change set adds every resource again, and has only the parameters and tags that were sent.",
            "DescribeChangeSet.*",
            "DescribeChangeSetById.*",
            "Dropped.*"),
        new("DescribeDeleted.*", "moto still has a change set that was deleted."),
        new("DescribeAbsentChangeSet.*", "AWS has an error of its own for it, ChangeSetNotFound."),
        .. Deviation.Each(
            "moto cannot execute a change set that changes a stack.",
            "ExecuteChangeSet.*",
            "Executed.Stacks.0.Parameters.0.ParameterValue",
            "ExecutedStream.*.RetentionPeriodHours",
            "Deleted.Stacks.0.Parameters.0.ParameterValue"),
        new("DeletedStream.*", "moto leaves a stream behind that the stack had updated."),
        new("Deleted.Stacks.0.Outputs.*", "AWS does not document whether a deleted stack has outputs; moto's does."),
        new("ListDeleted.StackSummaries.*", "moto lists one stack several times."),
    ];
}
