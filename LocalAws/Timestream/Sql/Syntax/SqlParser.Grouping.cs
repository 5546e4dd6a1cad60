namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>GROUP BY.</content>
internal sealed partial class SqlParser
{
    private GroupBySyntax ParseGroupBy()
    {
        var position = _tokens.Position;
        var distinct = _tokens.TryTake("DISTINCT");
        _ = !distinct && _tokens.TryTake("ALL");
        return new GroupBySyntax(position, distinct, ParseList(ParseGroupingElement));
    }

    private GroupingElement ParseGroupingElement()
    {
        var position = _tokens.Position;
        if (_tokens.TryTake("GROUPING", "SETS"))
        {
            return new GroupingElement(position, GroupingKind.Sets, ParseGroupingSets());
        }

        if (_tokens.TryTake("ROLLUP"))
        {
            return new GroupingElement(position, GroupingKind.Rollup, ParseGroupingSets());
        }

        return _tokens.TryTake("CUBE")
            ? new GroupingElement(position, GroupingKind.Cube, ParseGroupingSets())
            : new GroupingElement(position, GroupingKind.Sets, [ParseGroupingSet()]);
    }

    private List<IReadOnlyList<Expression>> ParseGroupingSets()
    {
        _tokens.Expect("(");
        var sets = ParseList(ParseGroupingSet);
        _tokens.Expect(")");
        return sets;
    }

    /// <summary><c>()</c>, an expression, or several in parentheses.</summary>
    private IReadOnlyList<Expression> ParseGroupingSet()
    {
        if (_tokens.TryTake("(", ")"))
        {
            return [];
        }

        var expression = ParseExpression();
        return expression is RowExpression { IsList: true } list ? list.Items : [expression];
    }
}
