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
    /// <summary>The only type of errors there is: format conversion and other destinations would add theirs.</summary>
    private const string ErrorOutputType = "processing-failed";

    private const string DefaultTimestamp = "!{timestamp:yyyy/MM/dd/HH/}";
    private const string DefaultErrors = "!{firehose:error-output-type}/" + DefaultTimestamp;
    private const string RandomAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 11;

    private readonly List<Func<DateTimeOffset, TimeZoneInfo, string>> _parts = [];

    private PrefixTemplate()
    {
    }

    /// <summary>Whether it has any expression.</summary>
    public bool HasExpressions { get; private set; }

    /// <summary>Whether it has a timestamp expression.</summary>
    public bool HasTimestamp { get; private set; }

    /// <summary>Whether it has <c>!{firehose:error-output-type}</c>.</summary>
    public bool HasErrorOutputType { get; private set; }

    /// <summary>Reads a prefix as it is given.</summary>
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

    /// <summary>The prefix of records: one without a timestamp gets one, and no slash before it.</summary>
    /// <exception cref="FormatException">An expression is unknown, malformed or not closed.</exception>
    public static PrefixTemplate ForRecords(string prefix)
    {
        var template = Parse(prefix);
        return template.HasTimestamp ? template : Parse(prefix + DefaultTimestamp);
    }

    /// <summary>
    /// The prefix of error output: one without expressions gets the type of the error and a timestamp, and where none
    /// is given, the prefix of records is taken, which has no expressions then.
    /// </summary>
    /// <exception cref="FormatException">An expression is unknown, malformed or not closed.</exception>
    public static PrefixTemplate ForErrors(string? errorPrefix, string prefix)
    {
        var template = Parse(string.IsNullOrEmpty(errorPrefix) ? prefix : errorPrefix);
        return template.HasExpressions
            ? template
            : Parse($"{(string.IsNullOrEmpty(errorPrefix) ? prefix : errorPrefix)}{DefaultErrors}");
    }

    /// <summary>Evaluates it.</summary>
    /// <param name="arrival">Arrival of the oldest record of the object.</param>
    /// <param name="timeZone">The time zone of the delivery stream.</param>
    /// <exception cref="FormatException">A pattern has no value in this time zone.</exception>
    public string Evaluate(DateTimeOffset arrival, TimeZoneInfo timeZone)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part(arrival, timeZone));
        }

        return text.ToString();
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
        {
            _parts.Add((_, _) => text);
        }
    }

    private void AddExpression(string expression)
    {
        HasExpressions = true;
        switch (expression.Split(':', 2))
        {
            case ["timestamp", { Length: > 0 } pattern]:
                HasTimestamp = true;
                _parts.Add(JavaTimePattern.Parse(pattern).Format);
                break;
            case ["firehose", "random-string"]:
                _parts.Add((_, _) => RandomNumberGenerator.GetString(RandomAlphabet, RandomLength));
                break;
            case ["firehose", "error-output-type"]:
                HasErrorOutputType = true;
                AddText(ErrorOutputType);
                break;
            case ["partitionKeyFromQuery" or "partitionKeyFromLambda", _]:
                throw new FormatException(
                    $"!{{{expression}}} needs dynamic partitioning, which is not available in LocalAws");
            default:
                throw new FormatException($"!{{{expression}}} is not an expression");
        }
    }
}
