namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>Literals, names, calls and everything in parentheses.</content>
internal sealed partial class SqlParser
{
    /// <summary>Functions that are called without parentheses.</summary>
    private static readonly string[] BareFunctions =
        ["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"];

    private Expression ParsePrimary()
    {
        if (BeginsLambda())
        {
            return ParseLambda();
        }

        var token = _tokens.Current;
        switch (token.Kind)
        {
            case SqlTokenKind.Integer or SqlTokenKind.Double or SqlTokenKind.Text:
                return TakeAnd(new Literal(token.Position, token.Kind, token.Text));
            case SqlTokenKind.Interval:
                return TakeAnd(ReadShortInterval(token));
            case SqlTokenKind.Parameter:
                return TakeAnd(new ParameterReference(token.Position, token.Text));
            case SqlTokenKind.QuotedName:
                return ParseNameOrCall();
            case SqlTokenKind.Word:
                return ParseWord(token);
            default:
                return token.Is("(") ? ParseParenthesised() : throw _tokens.Mismatch("<expression>");
        }
    }

    private Expression ParseWord(SqlToken token)
    {
        var next = _tokens.Peek(1);
        switch (token.Text.ToUpperInvariant())
        {
            case "NULL":
                return TakeAnd(new NullLiteral(token.Position));
            case "TRUE" or "FALSE":
                return TakeAnd(new BooleanLiteral(token.Position, token.Is("TRUE")));
            case "CASE":
                return ParseCase();
            case "EXISTS":
                return ParseExists();
            case "CAST":
                return ParseCast(isTry: false);
            case "TRY_CAST" when next.Is("("):
                return ParseCast(isTry: true);
            case "TRY" when next.Is("("):
                return ParseTry();
            case "EXTRACT" when next.Is("("):
                return ParseExtract();
            case "POSITION" when next.Is("("):
                return ParsePosition();
            case "SUBSTRING" when next.Is("("):
                return ParseSubstring();
            case "INTERVAL" when next.Kind is SqlTokenKind.Text || next.Is("-") || next.Is("+"):
                return ParseInterval();
            case "TIMESTAMP" or "DATE" or "TIME" or "DOUBLE" or "BIGINT" or "INTEGER" or "INT" or "REAL" or "BOOLEAN" or "VARCHAR"
                when next.Kind is SqlTokenKind.Text:
                _tokens.Take();
                return new TypedLiteral(token.Position, token.Text.ToUpperInvariant(), _tokens.Take().Text);
            case "ARRAY" when next.Is("["):
                return ParseArray();
            case "ROW" when next.Is("("):
                _tokens.Take();
                return new RowExpression(token.Position, ParseArguments());
            default:
                return ParseNameOrCall();
        }
    }

    private Expression ParseParenthesised()
    {
        var position = _tokens.Take().Position;
        if (BeginsQuery())
        {
            var query = ParseSubquery();
            _tokens.Expect(")");
            return new QueryExpression(position, query);
        }

        var items = ParseList(ParseExpression);
        _tokens.Expect(")");
        return items.Count == 1 ? items[0] : new RowExpression(position, items) { IsList = true };
    }

    private ExistsExpression ParseExists()
    {
        var position = _tokens.Take().Position;
        _tokens.Expect("(");
        var query = ParseSubquery();
        _tokens.Expect(")");
        return new ExistsExpression(position, query);
    }

    private CaseExpression ParseCase()
    {
        var position = _tokens.Take().Position;
        var operand = _tokens.Is("WHEN") ? null : ParseExpression();
        var branches = new List<CaseBranch>();
        while (_tokens.TryTake("WHEN"))
        {
            var when = ParseExpression();
            _tokens.Expect("THEN");
            branches.Add(new CaseBranch(when, ParseExpression()));
        }

        if (branches.Count == 0)
        {
            throw _tokens.Mismatch("'WHEN'");
        }

        var otherwise = _tokens.TryTake("ELSE") ? ParseExpression() : null;
        _tokens.Expect("END");
        return new CaseExpression(position, operand, branches, otherwise);
    }

    private CastExpression ParseCast(bool isTry)
    {
        var position = _tokens.Take().Position;
        _tokens.Expect("(");
        var operand = ParseExpression();
        _tokens.Expect("AS");
        var type = ParseType();
        _tokens.Expect(")");
        return new CastExpression(position, operand, type, isTry);
    }

    private TryExpression ParseTry()
    {
        var position = _tokens.Take().Position;
        _tokens.Expect("(");
        var operand = NestedDoubling(ParseExpression);
        _tokens.Expect(")");
        return new TryExpression(position, operand);
    }

    private TypeSyntax ParseType() => Nested(ParseTypeCore);

    private TypeSyntax ParseTypeCore()
    {
        var position = _tokens.Position;
        var name = ParseName().ToLowerInvariant();
        if (name == "double")
        {
            _tokens.TryTake("PRECISION");
        }

        List<TypeSyntax> arguments = [];
        if (_tokens.TryTake("("))
        {
            arguments = ParseList(() => name == "row" ? ParseRowField() : ParseTypeArgument());
            _tokens.Expect(")");
        }

        return new TypeSyntax(position, name, arguments);
    }

    private TypeSyntax ParseTypeArgument() => _tokens.Current.Kind is SqlTokenKind.Integer
        ? new TypeSyntax(_tokens.Position, _tokens.Take().Text, [])
        : ParseType();

    private TypeSyntax ParseRowField()
    {
        var named = !_tokens.Peek(1).Is(",") && !_tokens.Peek(1).Is(")") && !_tokens.Peek(1).Is("(");
        var name = named ? ParseName() : null;
        return ParseType() with { FieldName = name };
    }

    private ArrayExpression ParseArray()
    {
        var position = _tokens.Take().Position;
        _tokens.Expect("[");
        var items = _tokens.Is("]") ? [] : ParseList(ParseExpression);
        _tokens.Expect("]");
        return new ArrayExpression(position, items);
    }

    private List<Expression> ParseArguments()
    {
        _tokens.Expect("(");
        var arguments = _tokens.Is(")") ? [] : ParseList(ParseExpression);
        _tokens.Expect(")");
        return arguments;
    }

    private Expression ParseNameOrCall()
    {
        var token = _tokens.Current;
        if (_tokens.Peek(1).Is("(") && (IsName || token.Is("GROUPING")))
        {
            _tokens.Take();
            return ParseCall(token);
        }

        if (token.Kind is SqlTokenKind.Word)
        {
            if (BareFunctions.Contains(token.Text, StringComparer.OrdinalIgnoreCase))
            {
                _tokens.Take();
                return new FunctionCall(token.Position, token.Text.ToLowerInvariant(), []);
            }
        }

        var parts = new List<string> { ParseNamePart() };
        while (_tokens.Is(".") && !_tokens.Peek(1).Is("*"))
        {
            _tokens.Take();
            parts.Add(ParseNamePart());
        }

        return new NameReference(token.Position, parts);
    }

    /// <summary>A name; <c>measure_value::double</c> is one name.</summary>
    private string ParseNamePart()
    {
        var name = ParseName();
        return _tokens.TryTake("::") ? $"{name}::{ParseName()}" : name;
    }

    private FunctionCall ParseCall(SqlToken name)
    {
        _tokens.Expect("(");
        var star = _tokens.TryTake("*");
        var distinct = _tokens.TryTake("DISTINCT");
        var arguments = star || _tokens.Is(")") || _tokens.Is("ORDER") ? [] : ParseList(ParseExpression);
        var orderBy = _tokens.TryTake("ORDER", "BY") ? ParseList(ParseSortItem) : [];
        _tokens.Expect(")");
        Expression? filter = null;
        if (_tokens.TryTake("FILTER"))
        {
            _tokens.Expect("(", "WHERE");
            filter = ParseExpression();
            _tokens.Expect(")");
        }

        var ignoreNulls = _tokens.TryTake("IGNORE", "NULLS");
        _ = !ignoreNulls && _tokens.TryTake("RESPECT", "NULLS");
        return new FunctionCall(name.Position, name.Text.ToLowerInvariant(), arguments)
        {
            IsStar = star,
            IsDistinct = distinct,
            OrderBy = orderBy,
            Filter = filter,
            IgnoreNulls = ignoreNulls,
            Window = _tokens.TryTake("OVER") ? ParseOver() : null,
        };
    }
}
