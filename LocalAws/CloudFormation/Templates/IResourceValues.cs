namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>What an evaluation knows of resources and of other stacks.</summary>
internal interface IResourceValues
{
    /// <summary>What Ref gives for a resource.</summary>
    string Ref(string logicalId);

    /// <summary>What Fn::GetAtt gives for a resource.</summary>
    string GetAtt(string logicalId, string attribute);

    /// <summary>What Fn::ImportValue gives for the name of an export.</summary>
    string Import(string name);
}

/// <summary>For the Conditions block, which was checked to refer to no resource.</summary>
internal sealed class NoResources : IResourceValues
{
    public static readonly NoResources Instance = new();

    public string Ref(string logicalId) => throw NotAllowed(logicalId);

    public string GetAtt(string logicalId, string attribute) => throw NotAllowed(logicalId);

    public string Import(string name) => throw TemplateErrors.Format(
        "Cannot use Fn::ImportValue in the Conditions block of the template");

    private static Protocol.AwsException NotAllowed(string name) => TemplateErrors.Format(
        $"Unresolved dependencies [{name}]. Cannot reference resources in the Conditions block of the template");
}
