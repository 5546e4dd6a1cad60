using System.Security.Cryptography;
using System.Text;

namespace TelemetryAspire.LocalAws.Firehose.Prefixes;

/// <summary>A prefix of object keys with its expressions: <c>telemetry/year=!{timestamp:yyyy}/</c>.</summary>
/// <remarks>
/// Expressions: <c>!{timestamp:pattern}</c>, <c>!{firehose:random-string}</c>, <c>!{firehose:error-output-type}</c>.
/// https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html
/// </remarks>
internal sealed class PrefixTemplate
{
    private const string RandomAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 11;

    private readonly List<Func<EvaluationContext, string>> _parts = [];

    private PrefixTemplate()
    {
    }

    /// <summary>Whether it has any expression.</summary>
    public bool HasExpressions { get; private set; }

    /// <summary>Whether it has a timestamp expression.</summary>
    public bool HasTimestamp { get; private set; }

    /// <summary>Whether it has <c>!{firehose:error-output-type}</c>.</summary>
    public bool HasErrorOutputType { get; private set; }

    /// <summary>Reads a prefix.</summary>
    /// <exception cref="FormatException">An expression is unknown, malformed or not closed.</exception>
    public static PrefixTemplate Parse(string prefix)
    {
        var template = new PrefixTemplate();
        var position = 0;
        while (prefix.IndexOf("!{", position, StringComparison.Ordinal) is >= 0 and var start)
        {
            var end = prefix.IndexOf('}', start);
            if (end < 0)
            {
                throw new FormatException($"the expression at position {start} is not closed");
            }

            template.AddText(prefix[position..start]);
            template.AddExpression(prefix[(start + 2)..end]);
            position = end + 1;
        }

        template.AddText(prefix[position..]);
        return template;
    }

    /// <summary>Evaluates it.</summary>
    /// <param name="arrival">Arrival of the oldest record of the object, in the time zone of the delivery
    /// stream.</param>
    /// <param name="errorOutputType">What failed, for the prefix of error output; else empty.</param>
    public string Evaluate(DateTimeOffset arrival, string errorOutputType)
    {
        var context = new EvaluationContext(arrival, errorOutputType);
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part(context));
        }

        return text.ToString();
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
        {
            _parts.Add(_ => text);
        }
    }

    private void AddExpression(string expression)
    {
        HasExpressions = true;
        switch (expression.Split(':', 2))
        {
            case ["timestamp", { Length: > 0 } pattern]:
                HasTimestamp = true;
                var time = JavaTimePattern.Parse(pattern);
                _parts.Add(context => time.Format(context.Arrival));
                break;
            case ["firehose", "random-string"]:
                _parts.Add(_ => RandomNumberGenerator.GetString(RandomAlphabet, RandomLength));
                break;
            case ["firehose", "error-output-type"]:
                HasErrorOutputType = true;
                _parts.Add(context => context.ErrorOutputType);
                break;
            case ["partitionKeyFromQuery" or "partitionKeyFromLambda", _]:
                throw new FormatException(
                    $"!{{{expression}}} needs dynamic partitioning, which is not available in LocalAws");
            default:
                throw new FormatException($"!{{{expression}}} is not an expression");
        }
    }

    private readonly record struct EvaluationContext(DateTimeOffset Arrival, string ErrorOutputType);
}
