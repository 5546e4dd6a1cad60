namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>OVER and WINDOW.</content>
internal sealed partial class SqlParser
{
    /// <summary><c>WINDOW w AS (PARTITION BY x), v AS (w ORDER BY y)</c>.</summary>
    private List<NamedWindow> ParseNamedWindows() => ParseList(() =>
    {
        var position = _tokens.Position;
        var name = ParseName();
        _tokens.Expect("AS");
        return new NamedWindow(position, name, ParseWindowInParentheses());
    });

    private WindowSpecification ParseOver()
    {
        var position = _tokens.Position;
        return _tokens.Is("(") ? ParseWindowInParentheses() : new WindowSpecification(position, ParseName(), [], [], null);
    }

    private WindowSpecification ParseWindowInParentheses()
    {
        var position = _tokens.Position;
        _tokens.Expect("(");
        var begins = _tokens.Is("PARTITION") || IsFrame || !IsName;
        var name = begins ? null : ParseName();
        var partitionBy = _tokens.TryTake("PARTITION", "BY") ? ParseList(ParseExpression) : [];
        var orderBy = _tokens.TryTake("ORDER", "BY") ? ParseList(ParseSortItem) : [];
        var frame = IsFrame ? ParseFrame() : null;
        _tokens.Expect(")");
        return new WindowSpecification(position, name, partitionBy, orderBy, frame);
    }

    private bool IsFrame => _tokens.Is("ROWS") || _tokens.Is("RANGE") || _tokens.Is("GROUPS");

    private WindowFrame ParseFrame()
    {
        var position = _tokens.Position;
        var unit = _tokens.Take().Text.ToUpperInvariant();
        if (!_tokens.TryTake("BETWEEN"))
        {
            return new WindowFrame(position, unit, ParseBound(), new FrameBound("CURRENT ROW", null));
        }

        var start = ParseBound();
        _tokens.Expect("AND");
        return new WindowFrame(position, unit, start, ParseBound());
    }

    private FrameBound ParseBound()
    {
        if (_tokens.TryTake("CURRENT", "ROW"))
        {
            return new FrameBound("CURRENT ROW", null);
        }

        var offset = _tokens.TryTake("UNBOUNDED") ? null : ParseExpression();
        var direction = _tokens.TryTake("PRECEDING") ? "PRECEDING" : "FOLLOWING";
        if (direction == "FOLLOWING")
        {
            _tokens.Expect("FOLLOWING");
        }

        return new FrameBound(offset is null ? $"UNBOUNDED {direction}" : direction, offset);
    }
}
