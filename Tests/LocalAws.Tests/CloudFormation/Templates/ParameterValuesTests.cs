using Microsoft.Extensions.Time.Testing;
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
    [InlineData("Type: String", "a{{resolve:ssm:p}}", "the dynamic reference {{resolve:ssm:p}} is not available")]
    [InlineData("Type: Number", "one", "Parameter 'P' must be a number.")]
    [InlineData("Type: Number, MinValue: 2", "1", "Parameter 'P' must be a number not less than 2")]
    [InlineData("Type: Number, MaxValue: 2", "3", "Parameter 'P' must be a number not greater than 2")]
    [InlineData("Type: List<Number>", "1, x", "Parameter 'P' must be a number.")]
    [InlineData(
        "Type: String, AllowedPattern: '(?=a)(a+)+$'", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        "could not be matched")]
    [InlineData(
        "Type: String, AllowedPattern: '(a+)+$'", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
        "must match pattern (a+)+$")]
    [InlineData("Type: String, AllowedPattern: '('", "a", "not a valid regular expression")]
    [InlineData("Type: String, AllowedPattern: 'a)|(b'", "ax", "not a valid regular expression")]
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

    [Fact]
    public void The_patterns_of_a_template_have_one_second_together()
    {
        var clock = new FakeTimeProvider();
        var budget = new MatchBudget(clock);
        var pattern = new ParameterPattern("P", "a", budget);
        budget.Spend("Q", () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1.1));
            return true;
        });

        var late = Assert.Throws<AwsException>(() => pattern.Matches("a"));

        Assert.Contains("take longer than", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_was_accepted_is_read_without_matching()
    {
        const string Accepted =
            "Parameters: { P: { Type: String, Default: b, AllowedPattern: a } }\nResources: { R: { Type: T } }";

        Assert.Throws<AwsException>(() => TemplateParser.Parse(Accepted));
        Assert.Equal("b", TemplateParser.ParseAccepted(Accepted).Parameters["P"].Default);
    }

    private static GivenParameter Given(string name, string value) => new(name, value, false);

    private static string Refusal(string definition, params GivenParameter[] given) => Assert.Throws<AwsException>(() =>
        ParameterValues.Resolve(Template(definition), given, new Dictionary<string, string>())).Message;

    private static Template Template(string definition) => TemplateParser.Parse(
        "Parameters: { P: { " + definition + " } }\nResources: { R: { Type: T } }");
}
