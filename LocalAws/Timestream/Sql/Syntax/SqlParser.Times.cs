using System.Collections.Frozen;
using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>Interval literals, and EXTRACT.</content>
internal sealed partial class SqlParser
{
    private static readonly FrozenSet<string> ExtractFields = FrozenSet.Create(
        "year", "quarter", "month", "week", "day", "day_of_month", "day_of_week", "dow", "day_of_year", "doy",
        "year_of_week", "yow", "hour", "minute", "second");

    /// <summary>Sample: <c>15m</c>.</summary>
    private static IntervalLiteral ReadShortInterval(SqlToken token)
    {
        var digits = token.Text.TakeWhile(char.IsAsciiDigit).Count();
        var number = token.Text.AsSpan(0, digits);
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            && IntervalUnits.IsLiteralUnit(token.Text[digits..])
            ? new IntervalLiteral(token.Position, amount, token.Text[digits..])
            : throw SqlError.At(token.Position, $"Invalid interval literal '{token.Text}'");
    }

    /// <summary>Samples: <c>INTERVAL '2' DAY</c>, <c>INTERVAL '1 02:03' DAY TO MINUTE</c>.</summary>
    private IntervalLiteral ParseInterval()
    {
        var position = _tokens.Take().Position;
        var sign = _tokens.TryTake("-") ? -1 : 1;
        _ = sign == 1 && _tokens.TryTake("+");
        var text = ParseText();
        var from = ParseIntervalUnit();
        var to = _tokens.TryTake("TO") ? ParseIntervalUnit() : null;
        return IntervalText.Read(text, from, to) is var (amount, unit)
            ? new IntervalLiteral(position, sign * amount, unit)
            : throw SqlError.At(position, $"'{text}' is not a valid interval literal");
    }

    private string ParseIntervalUnit()
    {
        var token = _tokens.Take();
        return token.Kind is SqlTokenKind.Word && IntervalUnits.IsIntervalUnit(token.Text)
            ? token.Text.ToLowerInvariant()
            : throw SqlError.Syntax(token.Position, $"mismatched input '{token.Text}'. Expecting: an interval unit");
    }

    private FunctionCall ParseExtract()
    {
        var position = _tokens.Take().Position;
        _tokens.Expect("(");
        var (fieldPosition, field) = (_tokens.Position, ParseName().ToLowerInvariant());
        _tokens.Expect("FROM");
        var operand = ParseExpression();
        _tokens.Expect(")");
        return ExtractFields.Contains(field)
            ? new FunctionCall(position, field, [operand])
            : throw SqlError.At(fieldPosition, $"Invalid EXTRACT field: {field}");
    }
}
