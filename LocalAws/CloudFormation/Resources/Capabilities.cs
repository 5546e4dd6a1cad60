using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>What a caller must acknowledge before a template may make permissions.</summary>
internal static class Capabilities
{
    public const string Iam = "CAPABILITY_IAM";
    public const string NamedIam = "CAPABILITY_NAMED_IAM";

    private static readonly string[] Known = [Iam, NamedIam, "CAPABILITY_AUTO_EXPAND"];

    /// <summary>The properties that give an IAM resource a name of its own.</summary>
    private static readonly string[] NameProperties =
        ["GroupName", "InstanceProfileName", "ManagedPolicyName", "RoleName", "UserName"];

    /// <summary>What a template needs: nothing, or one capability.</summary>
    public static IReadOnlyList<string> RequiredBy(Template template)
    {
        var iam = IamResources(template).ToList();
        return iam.Count == 0 ? [] : iam.Exists(HasOwnName) ? [NamedIam] : [Iam];
    }

    /// <summary>AWS's sentence about <see cref="RequiredBy"/>; null when nothing is needed.</summary>
    public static string? ReasonFor(Template template)
    {
        var types = IamResources(template).Select(resource => resource.Type).Distinct().ToList();
        return types.Count == 0
            ? null
            : $"The following resource(s) require capabilities: [{string.Join(", ", types)}]";
    }

    /// <exception cref="AwsException">InsufficientCapabilitiesException.</exception>
    public static void Verify(Template template, IReadOnlyList<string> given)
    {
        var validation = new Validation();
        for (var i = 0; i < given.Count; i++)
        {
            validation.OneOf($"capabilities.{i + 1}.member", given[i], Known);
        }

        validation.ThrowIfFailed();
        var missing = RequiredBy(template)
            .Where(required => !given.Contains(required) && !given.Contains(NamedIam))
            .ToList();
        if (missing.Count > 0)
        {
            throw new AwsException(
                "InsufficientCapabilitiesException", $"Requires capabilities : [{string.Join(", ", missing)}]");
        }
    }

    private static IEnumerable<ResourceDefinition> IamResources(Template template) =>
        template.Resources.Values.Where(resource => resource.Type.StartsWith("AWS::IAM::", StringComparison.Ordinal));

    private static bool HasOwnName(ResourceDefinition resource) =>
        resource.Properties is JsonObject members && NameProperties.Any(members.ContainsKey);
}
