using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation.Templates;

public sealed class TemplateParserTests
{
    private const string Bucket = "Resources: { B: { Type: AWS::S3::Bucket } }\n";

    [Theory]
    [InlineData("", "Template format error: unsupported structure.")]
    [InlineData("[]", "Template format error: unsupported structure.")]
    [InlineData("{}", "Template format error: At least one Resources member must be defined.")]
    [InlineData("{", "Template format error: JSON not well-formed. (line 1, column 2)")]
    [InlineData("{\"Resources\":{},\"Resources\":{}}", "JSON not well-formed. (Duplicate property 'Resources'")]
    [InlineData("{\"Description\":\"\\ud800\"}", "Template format error: JSON not well-formed")]
    [InlineData(": {\na", "Template format error: YAML not well-formed.")]
    [InlineData("a: \"\\ud83d\"", "Template format error: YAML not well-formed.")]
    [InlineData("a: b: c", "Template format error: YAML not well-formed. (line 1, column 5)")]
    [InlineData("Resources: {}\nResources: {}", "Template format error: YAML not well-formed. (line 2, column 1)")]
    [InlineData("a: &x 1\nb: *x", "Template error: YAML aliases are not allowed in CloudFormation templates")]
    [InlineData("Foo: 1\n" + Bucket, "Invalid template property or properties [Foo]")]
    [InlineData("Transform: AWS::Serverless-2016-10-31\n" + Bucket, "The Transform section is not available")]
    [InlineData("AWSTemplateFormatVersion: 2011-09-09\n" + Bucket, "must be 2010-09-09")]
    [InlineData(
        "Resources: { B: { Properties: {} } }",
        "[/Resources/B] Every Resources object must contain a Type member.")]
    [InlineData("Resources: { B-1: { Type: T } }", "Resource name B-1 is non alphanumeric.")]
    [InlineData("Resources: { B: { Type: T, Foo: 1 } }", "Invalid template resource property 'Foo'")]
    [InlineData("Resources: { B: { Type: T, CreationPolicy: {} } }", "CreationPolicy is not available in LocalAws")]
    [InlineData("Resources: { B: { Type: T, DeletionPolicy: Snapshot } }", "does not support DeletionPolicy Snapshot")]
    [InlineData(
        "Resources: { B: { Type: T, Properties: { A: null } } }",
        "[/Resources/B/Properties/A] 'null' values are not allowed")]
    [InlineData(Bucket + "Outputs: { O: {} }", "Every Outputs member must contain a Value object")]
    [InlineData(
        Bucket + "Parameters: { P: { Type: AWS::SSM::Parameter::Value<String> } }",
        "AWS::SSM::Parameter::Value<String>")]
    [InlineData(Bucket + "Parameters: { P: { Type: Text } }", "Unrecognized parameter type: Text.")]
    [InlineData(Bucket + "Parameters: { P: { Type: String, Foo: 1 } }", "Invalid template parameter property 'Foo'")]
    public void A_template_that_is_not_sound_is_refused_by_what_is_wrong(string template, string message) =>
        Assert.Contains(message, Refusal(template), StringComparison.Ordinal);

    [Theory]
    [InlineData("!Ref X", "Unresolved resource dependencies [X] in the Resources block of the template")]
    [InlineData("!Sub '${X} ${AWS::Foo}'", "Unresolved resource dependencies [X, AWS::Foo]")]
    [InlineData("!GetAtt X.Arn", "instance of Fn::GetAtt references undefined resource X")]
    [InlineData("!Sub '${X.Arn}'", "instance of Fn::GetAtt references undefined resource X")]
    [InlineData("!If [X, a, b]", "Condition X is not defined.")]
    [InlineData("!Cidr [a, b]", "every Fn::Cidr object requires three parameters")]
    [InlineData("!Foo a", "Encountered unsupported function: Fn::Foo Supported functions are: [Fn::Base64")]
    [InlineData("!Select [2, [a, !Ref 'AWS::Region']]", "Fn::Select cannot select nonexistent value at index 2")]
    [InlineData("!Select [-1, !GetAZs '']", "Fn::Select cannot select nonexistent value at index -1")]
    [InlineData("!FindInMap [M, a, b]", "Mapping named 'M' is not present in the 'Mappings' section of template.")]
    [InlineData("'{{resolve:ssm:/a:1}}'", "the dynamic reference {{resolve:ssm:/a:1}} is not available in LocalAws")]
    [InlineData("!Sub 'x{{resolve:ssm:${AWS::Region}}}'", "the dynamic reference {{resolve:ssm:${AWS::Region}}")]
    [InlineData("!Join [a]", "every Fn::Join object requires two parameters")]
    [InlineData("!Select [1]", "Fn::Select requires a list argument with two elements")]
    [InlineData("!FindInMap [a]", "every Fn::FindInMap object requires three parameters")]
    [InlineData("!Sub [a]", "Fn::Sub intrinsic functions don't specify expected arguments")]
    [InlineData("!Sub '${a b}'", "variable names in Fn::Sub syntax")]
    [InlineData("{ Ref: B, Other: 1 }", "Ref must be the only member of its object.")]
    public void A_function_that_cannot_give_a_value_is_refused(string value, string message) => Assert.Contains(
        message,
        Refusal("Resources: { B: { Type: T, Properties: { P: " + value + " } } }"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "!Equals [!Ref B, 1]",
        "Unresolved dependencies [B]. Cannot reference resources in the Conditions block")]
    [InlineData("!Not [1, 2]", "every Fn::Not object requires")]
    [InlineData("!Condition X", "Condition X is not defined.")]
    [InlineData("true", "Every Conditions member must be a condition function.")]
    [InlineData("!Condition C", "Circular dependency of condition C on itself")]
    [InlineData("!Not [!Condition D], D: !Or [!Equals [a, b], !Condition C]", "Circular dependency of condition C")]
    public void A_condition_that_cannot_hold_is_refused(string condition, string message) =>
        Assert.Contains(message, Refusal(Bucket + "Conditions: { C: " + condition + " }"), StringComparison.Ordinal);

    [Theory]
    [InlineData("!FindInMap [M, a, x]", "Unable to get mapping for M::a::x")]
    [InlineData("!FindInMap [M, x, a]", "Unable to get mapping for M::x::a")]
    public void A_literal_path_that_a_mapping_has_not_is_refused(string value, string message) => Assert.Contains(
        message,
        Refusal("Mappings: { M: { a: { b: c } } }\nResources: { B: { Type: T, Properties: { P: " + value + " } } }"),
        StringComparison.Ordinal);

    [Fact]
    public void Conditions_may_use_each_other_in_any_order() => TemplateParser.Parse(
        Bucket + "Conditions: { A: !Not [!Condition B], B: !And [!Condition C, !Condition C], C: !Equals [a, b] }");

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.Contains("nested deeper", Refusal("a: " + new string('[', 10_000)), StringComparison.Ordinal);
        Assert.Contains(
            "JSON not well-formed", Refusal("{\"a\":" + new string('[', 10_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_keep_how_they_are_written()
    {
        var template = TemplateParser.Parse(Bucket + "Outputs: { O: { Value: 1.10 } }");

        Assert.Equal("1.10", Intrinsics.Text(template.Outputs["O"].Value));
    }

    [Fact]
    public void Short_and_long_functions_are_the_same()
    {
        var yaml = TemplateParser.Parse(Bucket + "Outputs: { O: { Value: !GetAtt B.Arn } }");
        var json = TemplateParser.Parse("""
            {
              "Resources": { "B": { "Type": "AWS::S3::Bucket" } },
              "Outputs": { "O": { "Value": { "Fn::GetAtt": ["B", "Arn"] } } }
            }
            """);

        Assert.Equal(json.Outputs["O"].Value.ToJsonString(), yaml.Outputs["O"].Value.ToJsonString());
    }

    private static string Refusal(string template) =>
        Assert.Throws<AwsException>(() => TemplateParser.Parse(template)).Message;
}
