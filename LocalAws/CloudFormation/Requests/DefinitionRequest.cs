using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>What CreateStack, UpdateStack and CreateChangeSet are given alike.</summary>
internal sealed record DefinitionRequest
{
    public required TemplateRequest Template { get; init; }

    public required IReadOnlyList<GivenParameter> Parameters { get; init; }

    /// <summary>Null where an update keeps what there is.</summary>
    public IReadOnlyList<StackTag>? Tags { get; init; }

    public required IReadOnlyList<string> Capabilities { get; init; }

    public IReadOnlyList<string>? NotificationArns { get; init; }

    public string? RoleArn { get; init; }

    public static DefinitionRequest Read(QueryParameters parameters) => new()
    {
        Template = TemplateRequest.Read(parameters) with
        {
            UsePrevious = parameters.Flag("UsePreviousTemplate") ?? false,
        },
        Parameters = parameters.Structures("Parameters", ReadParameter) ?? [],
        Tags = parameters.Structures("Tags", tag => new StackTag(tag.Text("Key") ?? "", tag.Text("Value") ?? "")),
        Capabilities = parameters.Texts("Capabilities") ?? [],
        NotificationArns = parameters.Texts("NotificationARNs"),
        RoleArn = parameters.Text("RoleARN"),
    };

    public void Validate(ref Validation validation)
    {
        for (var i = 0; i < Tags?.Count; i++)
        {
            var path = $"tags.{i + 1}.member";
            validation.Length($"{path}.key", Tags[i].Key, 1, 128);
            validation.Length($"{path}.value", Tags[i].Value, 1, 256);
            if (Tags[i].Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                validation.Fail($"{path}.key", Tags[i].Key, "Member must not start with aws:, which is reserved");
            }
        }

        validation.Length("tags", "[…]", Tags?.Count ?? 0, 0, 50);
        validation.Length("notificationARNs", "[…]", NotificationArns?.Count ?? 0, 0, 5);
        validation.Length("roleARN", RoleArn, 20, 2048);
        if (Tags?.DistinctBy(tag => tag.Key).Count() < Tags?.Count)
        {
            validation.Fail("tags", "[…]", "Member must have unique keys");
        }
    }

    private static GivenParameter ReadParameter(QueryParameters parameter) => new(
        parameter.Text("ParameterKey"), parameter.Text("ParameterValue"), parameter.Flag("UsePreviousValue") ?? false);
}

/// <summary>Where a template comes from: the request, or an object in S3, or the stack itself.</summary>
internal sealed record TemplateRequest(string? Body, string? Url, bool UsePrevious = false)
{
    public static TemplateRequest Read(QueryParameters parameters) =>
        new(parameters.Text("TemplateBody"), parameters.Text("TemplateURL"));
}
