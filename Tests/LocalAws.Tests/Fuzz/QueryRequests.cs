using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>Requests of the query protocol.</summary>
internal sealed class QueryRequests(IReadOnlyList<string> actions)
{
    private static readonly string[] Names =
    [
        "StackName", "TemplateBody", "TemplateURL", "Parameters.member.1.ParameterKey",
        "Parameters.member.1.ParameterValue",
        "Parameters.member.0.ParameterKey", "Parameters.member.99999999999.ParameterKey", "Parameters.member.2",
        "Parameters.member.x",
        "Capabilities.member.1", "ChangeSetName", "ChangeSetType", "NextToken", "RoleArn", "RoleSessionName",
        "DurationSeconds",
        "Tags.member.1.Key", "Tags.member.1.Value", "DisableRollback", "OnFailure", "TimeoutInMinutes",
        "LogicalResourceId",
        "StackStatusFilter.member.1", "ClientRequestToken", "Version", "Action", "", ".", "..", "a.member.",
        "Parameters",
    ];

    private static readonly string[] Templates =
    [
        "{}", "[]", "null", "{\"Resources\":{}}", "{\"Resources\":null}", "Resources:\n",
        "Resources: &a\n  x: *a\n", "a: &a [*a]\n",
        "{\"Resources\":{\"S\":{\"Type\":\"AWS::Kinesis::Stream\",\"Properties\":{\"ShardCount\":1}}}}",
        "{\"Resources\":{\"S\":{\"Type\":\"AWS::Kinesis::Stream\",\"Properties\":{\"ShardCount\":{\"Ref\":\"S\"}}}}}",
        "{\"Resources\":{\"B\":{\"Type\":\"AWS::S3::Bucket\",\"Properties\":{\"BucketName\":\"../x\"}}}}",
        "Resources:\n  S:\n    Type: AWS::Kinesis::Stream\n    Properties:\n      Name: !Sub '${AWS::StackName}-${S}'\n",
        "Resources:\n  S:\n    Type: AWS::Kinesis::Stream\n    DependsOn: [S, T]\n",
        "Parameters: {P: {Type: Number, Default: x}}\nResources: {}",
        "Conditions: {A: !Not [Condition: A]}\nResources: {}", "Outputs: {O: {Value: !GetAtt S.Arn}}\nResources: {}",
        "a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n"
            + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\n"
            + "f: &f [*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f]\nResources: {A: *f}",
        "!!binary x", "--- a\n--- b\n", "? a\n", "\t", "%YAML 9.9\n---\na", "Resources: !Join [a, !Split [b, c]]",
        "!Ref a", "- - - - a",
    ];

    public FuzzRequest Create(Random random)
    {
        var parameters = Enumerable.Range(0, random.Next(0, 6)).Select(_ => Parameter(random)).ToList();
        if (random.Next(20) > 0)
        {
            parameters.Add(("Action", random.Next(20) == 0 ? Hostile.Text(random) : Hostile.Choose(random, actions)));
        }

        var body = Encoding.UTF8.GetBytes(string.Join('&', parameters.Select(pair =>
            $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}")));
        if (random.Next(4) == 0)
        {
            body = Mutation.Apply(body, random);
        }

        return FuzzRequest.Create(
            FuzzProtocol.Query, "POST", "/", [("Content-Type", "application/x-www-form-urlencoded")], body);
    }

    private static (string Name, string Value) Parameter(Random random)
    {
        var name = Hostile.Choose(random, Names);
        return (name, name switch
        {
            "TemplateBody" => Template(random),
            "StackName" => Hostile.Choose(random, ["fuzz-1", "fuzz-2", Hostile.Text(random)]),
            _ => Hostile.Text(random),
        });
    }

    private static string Template(Random random)
    {
        var depth = random.Next(1, 2000);
        return random.Next(20) switch
        {
            0 => new string('[', depth),
            1 => "Resources: " + string.Concat(Enumerable.Repeat("{a: ", depth)),
            2 => string.Concat(Enumerable.Repeat("{\"Fn::Join\":[\"\",[", depth))
                + string.Concat(Enumerable.Repeat("]]}", depth)),
            3 => Encoding.Latin1.GetString(
                Mutation.Apply(Encoding.Latin1.GetBytes(Hostile.Choose(random, Templates)), random)),
            _ => Hostile.Choose(random, Templates),
        };
    }
}
