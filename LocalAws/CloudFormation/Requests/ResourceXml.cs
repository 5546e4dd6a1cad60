using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>What the three descriptions of a resource have in common.</summary>
internal static class ResourceXml
{
    public static void WriteStack(QueryXml xml, StackRecord stack)
    {
        xml.Text("StackName", stack.Name);
        xml.Text("StackId", stack.Id);
    }

    public static void Write(QueryXml xml, StackResource resource, string timestampName)
    {
        xml.Text("LogicalResourceId", resource.LogicalId);
        xml.Text("PhysicalResourceId", resource.PhysicalId);
        xml.Text("ResourceType", resource.Type);
        xml.Time(timestampName, resource.Timestamp);
        xml.Text("ResourceStatus", resource.Status);
        xml.Text("ResourceStatusReason", resource.StatusReason);
        xml.Structure("DriftInformation", drift => drift.Text("StackResourceDriftStatus", "NOT_CHECKED"));
    }
}
