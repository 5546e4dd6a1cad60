using System.Net;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class ValidateTemplateTests : CloudFormationTest
{
    [Theory]
    [InlineData("AWS::Kinesis::Stream", "Foo: 1", "[#: extraneous key [Foo] is not permitted]")]
    [InlineData("AWS::Kinesis::Stream", "StreamModeDetails: { Foo: 1 }", "[#/StreamModeDetails: extraneous key [Foo]")]
    [InlineData("AWS::Kinesis::StreamConsumer", "ConsumerName: c", "required key [StreamARN] not found")]
    [InlineData("AWS::S3::Bucket", "VersioningConfiguration: {}", "#/VersioningConfiguration: not available in")]
    [InlineData("AWS::S3::Bucket", "WebsiteConfiguration: {}", "#/WebsiteConfiguration: not available in LocalAws")]
    [InlineData(
        "AWS::KinesisFirehose::DeliveryStream",
        "SplunkDestinationConfiguration: {}",
        "#/SplunkDestinationConfiguration: not available in LocalAws, the only destination is S3")]
    [InlineData(
        "AWS::KinesisFirehose::DeliveryStream",
        "ExtendedS3DestinationConfiguration: { Foo: 1 }",
        "[#/ExtendedS3DestinationConfiguration: extraneous key [Foo] is not permitted]")]
    [InlineData("AWS::Timestream::Table", "TableName: t", "required key [DatabaseName] not found")]
    [InlineData("AWS::Foo::Bar", "A: 1", "Unrecognized resource types: [AWS::Foo::Bar]. LocalAws makes [AWS::Kinesis")]
    public async Task What_a_type_does_not_have_is_named(string type, string properties, string message)
    {
        var refused = await ValidateAsync(
            "Resources: { R: { Type: " + type + ", Properties: { " + properties + " } } }");

        Assert.Equal("ValidationError", refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attribute_that_a_type_does_not_have_is_named()
    {
        var refused = await ValidateAsync("""
            Resources: { B: { Type: AWS::S3::Bucket } }
            Outputs: { O: { Value: !GetAtt B.Color } }
            """);

        Assert.Equal(
            "Template error: resource B does not support attribute type Color in Fn::GetAtt", refused.Message);
    }

    [Fact]
    public async Task A_template_of_51201_bytes_is_too_large()
    {
        var refused = await ValidateAsync("# " + new string('x', 51_199));

        Assert.EndsWith("length less than or equal to 51200", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS::IAM::Role", "RoleName: r", "CAPABILITY_NAMED_IAM")]
    [InlineData("AWS::IAM::Role", "Path: /", "CAPABILITY_IAM")]
    public async Task The_capability_that_is_needed_is_told(string type, string properties, string capability)
    {
        var valid = await ValidateAsync(
            "Resources: { R: { Type: " + type + ", Properties: { " + properties + " } } }");

        Assert.Equal(HttpStatusCode.OK, valid.StatusCode);
        Assert.Contains(capability, valid.Values("member"));
    }

    [Theory]
    [InlineData("SetStackPolicy", "InvalidAction")]
    [InlineData("CreateStackSet", "InvalidAction")]
    public async Task An_operation_that_is_not_there_is_named(string action, string code) =>
        Assert.Equal(code, (await CallAsync(action, ("StackName", "s"))).Code);

    private Task<Protocol.QueryResponse> ValidateAsync(string template) =>
        CallAsync("ValidateTemplate", ("TemplateBody", template));
}
