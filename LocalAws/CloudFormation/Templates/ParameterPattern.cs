using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>The AllowedPattern of a parameter, which the whole of a value has to match.</summary>
internal sealed class ParameterPattern
{
    private readonly string _parameter;
    private readonly string _pattern;
    private readonly MatchBudget _budget;
    private readonly Regex _regex;

    /// <exception cref="AwsException">The pattern is no regular expression.</exception>
    public ParameterPattern(string parameter, string pattern, MatchBudget budget)
    {
        _parameter = parameter;
        _pattern = pattern;
        _budget = budget;
        try
        {
            _regex = budget.Spend(parameter, () => Compile(pattern));
        }
        catch (RegexParseException)
        {
            throw TemplateErrors.Format(
                $"AllowedPattern of parameter {parameter} is not a valid regular expression: {pattern}");
        }
    }

    /// <exception cref="AwsException">It takes too long to tell.</exception>
    public bool Matches(string text)
    {
        try
        {
            return _budget.Spend(_parameter, () => _regex.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            throw AwsException.Validation(
                $"Parameter '{_parameter}' could not be matched with pattern {_pattern} within "
                + $"{MatchBudget.MatchLimit}.");
        }
    }

    private static Regex Compile(string pattern)
    {
        // By itself first: "a)|(b" is an expression only inside the brackets that are put around it here.
        _ = new Regex(pattern, RegexOptions.CultureInvariant, MatchBudget.MatchLimit);
        var whole = $"^(?:{pattern})\\z";
        try
        {
            return new Regex(
                whole, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, MatchBudget.MatchLimit);
        }
        catch (NotSupportedException)
        {
            // Look-around, back references and huge counts need the engine whose time is not bounded by the text.
            return new Regex(whole, RegexOptions.CultureInvariant, MatchBudget.MatchLimit);
        }
    }
}
