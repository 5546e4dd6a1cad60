using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>What Ref gives for the names that every template has.</summary>
internal sealed record PseudoParameters
{
    public const string NoValue = "AWS::NoValue";

    private static readonly string[] Names =
    [
        "AWS::AccountId", "AWS::NotificationARNs", NoValue, "AWS::Partition", "AWS::Region", "AWS::StackId",
        "AWS::StackName", "AWS::URLSuffix",
    ];

    public required string Region { get; init; }

    public required string AccountId { get; init; }

    public required string StackName { get; init; }

    public required string StackId { get; init; }

    public IReadOnlyList<string> NotificationArns { get; init; } = [];

    public static bool Has(string name) => Names.Contains(name);

    /// <summary>The value; null for <see cref="NoValue"/>.</summary>
    public JsonNode? Value(string name) => name switch
    {
        "AWS::AccountId" => AccountId,
        "AWS::NotificationARNs" => new JsonArray([.. NotificationArns.Select(arn => (JsonNode)arn)]),
        "AWS::Partition" => "aws",
        "AWS::Region" => Region,
        "AWS::StackId" => StackId,
        "AWS::StackName" => StackName,
        "AWS::URLSuffix" => "amazonaws.com",
        _ => null,
    };
}
