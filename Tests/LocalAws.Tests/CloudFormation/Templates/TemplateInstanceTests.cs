using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation.Templates;

public sealed class TemplateInstanceTests
{
    private static readonly PseudoParameters Pseudo = new()
    {
        Region = "eu-west-1",
        AccountId = "000000000000",
        StackName = "s",
        StackId = "arn:s",
    };

    [Fact]
    public void Resources_come_after_what_they_depend_on()
    {
        var instance = Instantiate("""
            Resources:
              A: { Type: T, Properties: { P: !Ref C } }
              B: { Type: T, DependsOn: [A] }
              C: { Type: T }
            """);

        Assert.Equal(["C", "A", "B"], instance.Resources.Select(resource => resource.LogicalId));
    }

    [Fact]
    public void A_cycle_is_named_without_what_only_depends_on_it()
    {
        var refusal = Assert.Throws<AwsException>(() => Instantiate("""
            Resources:
              A: { Type: T, Properties: { P: !Ref B } }
              B: { Type: T, Properties: { P: !GetAtt A.X } }
              C: { Type: T, DependsOn: A }
              D: { Type: T }
            """));

        Assert.Equal("Circular dependency between resources: [A, B]", refusal.Message);
    }

    [Fact]
    public void A_reference_to_a_resource_whose_condition_does_not_hold_is_unresolved()
    {
        var refusal = Assert.Throws<AwsException>(() => Instantiate("""
            Conditions: { Never: !Equals [a, b] }
            Resources:
              A: { Type: T, Condition: Never }
              B: { Type: T, Properties: { P: !Ref A } }
            """));

        Assert.Equal(
            "Template format error: Unresolved resource dependencies [A] in the Resources block of the template",
            refusal.Message);
    }

    [Fact]
    public void A_branch_that_is_not_taken_refers_to_nothing()
    {
        var instance = Instantiate("""
            Conditions: { Never: !Equals [a, b] }
            Resources:
              A: { Type: T, Condition: Never }
              B: { Type: T, Properties: { P: !If [Never, !Ref A, !Ref "AWS::NoValue"], Q: [1, !Ref "AWS::NoValue"] } }
            """);

        var properties = new TemplateEvaluator(instance, NoResources.Instance)
            .Evaluate(instance.PropertiesOf(instance.Resources.Single()));

        Assert.Equal("""{"Q":[1]}""", properties!.ToJsonString());
    }

    [Fact]
    public void Conditions_that_stand_for_each_other_are_refused()
    {
        var loop = "Conditions: { A: !Condition B, B: !Condition A }\nResources: { R: { Type: T, Condition: A } }";
        var chain = "Conditions:\n"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  C{i}: !Condition C{i + 1}\n"))
            + "  C20000: !Equals [a, a]\nResources: { R: { Type: T, Condition: C0 } }";

        Assert.Contains(
            "Circular dependency", Assert.Throws<AwsException>(
                () => Instantiate(loop)).Message,
                StringComparison.Ordinal);
        Assert.Contains(
            "more than 100", Assert.Throws<AwsException>(() => Instantiate(chain)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_template_cannot_give_a_text_without_end()
    {
        var value = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
        for (var i = 0; i < 12; i++)
        {
            value = "!Sub [\"${a}${a}${a}${a}${a}${a}${a}${a}${a}${a}\", { a: " + value + " }]";
        }

        var instance = Instantiate("Resources: { R: { Type: T, Properties: { P: " + value + " } } }");

        var refusal = Assert.Throws<AwsException>(() => new TemplateEvaluator(instance, NoResources.Instance)
            .Evaluate(instance.PropertiesOf(instance.Resources.Single())));
        Assert.Contains("characters", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!Select [2, !Split [',', 'a,b']]", "Fn::Select cannot select nonexistent value at index 2")]
    [InlineData("!FindInMap [M, a, !Ref 'AWS::Region']", "Unable to get mapping for M::a::eu-west-1")]
    [InlineData("!FindInMap [!Ref 'AWS::Region', a, c]", "Mapping named 'eu-west-1' is not present in the 'Mappings'")]
    [InlineData("!Cidr [10.0.0.0/24, 2, 8]", "2 blocks of 8 bits do not fit into 10.0.0.0/24")]
    [InlineData("!Split ['', a]", "Fn::Split delimiter can not be an empty string")]
    [InlineData("!Join [',', !Ref 'AWS::Region']", "Fn::Join requires a list")]
    public void A_function_without_a_value_says_so(string value, string message)
    {
        var instance = Instantiate(
            "Mappings: { M: { a: { b: 1 } } }\nResources: { R: { Type: T, Properties: { P: " + value + " } } }");

        var refusal = Assert.Throws<AwsException>(() => new TemplateEvaluator(instance, NoResources.Instance)
            .Evaluate(instance.PropertiesOf(instance.Resources.Single())));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    private static TemplateInstance Instantiate(string template) =>
        new(TemplateParser.Parse(template), new Dictionary<string, string>(), Pseudo);
}
