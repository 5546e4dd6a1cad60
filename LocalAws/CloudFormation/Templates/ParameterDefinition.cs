using System.Globalization;
using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>A member of the Parameters block.</summary>
internal sealed record ParameterDefinition
{
    public const string Number = "Number";
    public const string NumberList = "List<Number>";
    public const string TextList = "CommaDelimitedList";

    public required string Name { get; init; }

    public required string Type { get; init; }

    public string? Default { get; init; }

    public bool NoEcho { get; init; }

    public string? Description { get; init; }

    public string? ConstraintDescription { get; init; }

    public IReadOnlyList<string>? AllowedValues { get; init; }

    public string? AllowedPattern { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    /// <summary>What Ref gives for the parameter: text, or a list of texts.</summary>
    public JsonNode Value(string text) =>
        Type is NumberList or TextList
            ? new JsonArray([.. Items(text).Select(item => (JsonNode)item)])
            : JsonValue.Create(text);

    /// <exception cref="AwsException">The value breaks a constraint.</exception>
    public void Verify(string text, MatchBudget budget)
    {
        var pattern = AllowedPattern is null ? null : new ParameterPattern(Name, AllowedPattern, budget);
        foreach (var item in Type is NumberList or TextList ? Items(text) : [text])
        {
            VerifyItem(item, pattern);
        }
    }

    private static IEnumerable<string> Items(string text) =>
        text.Length == 0 ? [] : text.Split(',').Select(item => item.Trim());

    private void VerifyItem(string item, ParameterPattern? pattern)
    {
        if (Type is Number or NumberList)
        {
            VerifyNumber(item);
        }

        Require(!(item.Length < MinLength), $"must contain at least {MinLength} characters");
        Require(!(item.Length > MaxLength), $"must contain at most {MaxLength} characters");
        Require(AllowedValues?.Contains(item) != false, "must be one of AllowedValues");
        Require(pattern?.Matches(item) != false, $"must match pattern {AllowedPattern}");
    }

    private void VerifyNumber(string item)
    {
        if (!decimal.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            throw AwsException.Validation($"Parameter '{Name}' must be a number.");
        }

        Require(!(number < MinValue), $"must be a number not less than {MinValue}");
        Require(!(number > MaxValue), $"must be a number not greater than {MaxValue}");
    }

    private void Require(bool holds, string constraint)
    {
        if (!holds)
        {
            throw AwsException.Validation(ConstraintDescription is null
                ? $"Parameter '{Name}' {constraint}"
                : $"Parameter {Name} failed to satisfy constraint: {ConstraintDescription}");
        }
    }
}
