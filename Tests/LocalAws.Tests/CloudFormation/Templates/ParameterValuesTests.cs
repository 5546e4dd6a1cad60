using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation.Templates;

public sealed class ParameterValuesTests
{
    [Theory]
    [InlineData("Type: String, AllowedValues: [a, b]", "c", "Parameter 'P' must be one of AllowedValues")]
    [InlineData("Type: String, AllowedPattern: '[a-z]+'", "ab1", "Parameter 'P' must match pattern [a-z]+")]
    [InlineData("Type: String, MinLength: 2", "a", "Parameter 'P' must contain at least 2 characters")]
    [InlineData("Type: String, MaxLength: 2", "abc", "Parameter 'P' must contain at most 2 characters")]
    [InlineData("Type: Number", "one", "Parameter 'P' must be a number.")]
    [InlineData("Type: Number, MinValue: 2", "1", "Parameter 'P' must be a number not less than 2")]
    [InlineData("Type: Number, MaxValue: 2", "3", "Parameter 'P' must be a number not greater than 2")]
    [InlineData("Type: List<Number>", "1, x", "Parameter 'P' must be a number.")]
    [InlineData(
        "Type: String, AllowedPattern: '(a+)+$'", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        "could not be matched")]
    [InlineData("Type: String, AllowedPattern: '('", "a", "not a valid regular expression")]
    [InlineData(
        "Type: Number, MaxValue: 2, ConstraintDescription: must be small",
        "3",
        "Parameter P failed to satisfy constraint: must be small")]
    public void A_value_that_breaks_a_constraint_is_refused(string definition, string value, string message) =>
        Assert.Contains(message, Refusal(definition, Given("P", value)), StringComparison.Ordinal);

    [Fact]
    public void A_missing_and_an_unknown_parameter_are_named()
    {
        Assert.Equal("Parameters: [P] must have values", Refusal("Type: String"));
        Assert.Equal(
            "Parameters: [Q] do not exist in the template", Refusal("Type: String, Default: a", Given("Q", "1")));
    }

    [Fact]
    public void A_previous_value_is_used_only_where_asked_for()
    {
        var template = Template("Type: String, Default: a");
        var previous = new Dictionary<string, string> { ["P"] = "before" };

        Assert.Equal("a", ParameterValues.Resolve(template, [], previous)["P"]);
        Assert.Equal("before", ParameterValues.Resolve(template, [new("P", null, true)], previous)["P"]);
    }

    [Fact]
    public void A_default_that_breaks_its_own_constraint_is_refused() => Assert.Contains(
        "must be one of AllowedValues",
        Assert.Throws<AwsException>(() => Template("Type: String, Default: c, AllowedValues: [a]")).Message,
        StringComparison.Ordinal);

    private static GivenParameter Given(string name, string value) => new(name, value, false);

    private static string Refusal(string definition, params GivenParameter[] given) => Assert.Throws<AwsException>(() =>
        ParameterValues.Resolve(Template(definition), given, new Dictionary<string, string>())).Message;

    private static Template Template(string definition) => TemplateParser.Parse(
        "Parameters: { P: { " + definition + " } }\nResources: { R: { Type: T } }");
}
