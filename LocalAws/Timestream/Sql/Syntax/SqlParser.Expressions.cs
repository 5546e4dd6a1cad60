namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>Operators, from the weakest to the strongest: OR, AND, NOT, predicates, ||, + -, * / %, sign, subscript.</content>
internal sealed partial class SqlParser
{
    private static readonly string[] Comparisons = ["=", "<>", "<", "<=", ">", ">="];

    private Expression ParseExpression() => Nested(ParseOr);

    private Expression ParseOr() => ParseAssociative(ParseAnd, "OR");

    private Expression ParseAnd() => ParseAssociative(ParseNot, "AND");

    private Expression ParseNot()
    {
        var position = _tokens.Position;
        return _tokens.TryTake("NOT")
            ? new UnaryExpression(position, "NOT", Nested(ParseNot))
            : ParsePredicates();
    }

    private Expression ParseBinary(Func<Expression> parseOperand, int maxLinks, params string[] operators)
    {
        var left = parseOperand();
        for (var links = 0; Array.Find(operators, _tokens.Is) is { } symbol;)
        {
            CountLink(ref links, maxLinks);
            var position = _tokens.Take().Position;
            left = new BinaryExpression(position, symbol, left, parseOperand());
        }

        return left;
    }

    /// <summary>
    /// A chain of one operator whose grouping does not matter: grouped by halves, so that thousands of terms, as tools
    /// write them, are not nested thousands deep.
    /// </summary>
    private Expression ParseAssociative(Func<Expression> parseOperand, string symbol)
    {
        var operands = new List<Expression> { parseOperand() };
        var positions = new List<SourcePosition>();
        while (_tokens.Is(symbol))
        {
            positions.Add(_tokens.Take().Position);
            operands.Add(parseOperand());
        }

        return Group(0, operands.Count);

        Expression Group(int start, int count) => count == 1
            ? operands[start]
            : new BinaryExpression(
                positions[start + (count / 2) - 1],
                symbol,
                Group(start, count / 2),
                Group(start + (count / 2), count - (count / 2)));
    }

    private Expression ParseConcatenation() => ParseAssociative(ParseSum, "||");

    private Expression ParseSum() => ParseBinary(ParseProduct, MaxLinks, "+", "-");

    private Expression ParseProduct() => ParseBinary(ParseSigned, MaxDepth, "*", "/", "%");

    private Expression ParseSigned()
    {
        var position = _tokens.Position;
        if (_tokens.TryTake("-"))
        {
            return new UnaryExpression(position, "-", Nested(ParseSigned));
        }

        return _tokens.TryTake("+") ? Nested(ParseSigned) : ParsePostfix();
    }

    private Expression ParsePredicates()
    {
        var left = ParseConcatenation();
        for (var links = 0; ParsePredicate(left) is { } predicate;)
        {
            CountLink(ref links);
            left = predicate;
        }

        return left;
    }

    private Expression? ParsePredicate(Expression left)
    {
        var position = _tokens.Position;
        if (Array.Find(Comparisons, _tokens.Is) is { } comparison)
        {
            _tokens.Take();
            return ParseComparison(position, comparison, left);
        }

        if (_tokens.TryTake("IS"))
        {
            return ParseIs(position, left);
        }

        var negated = _tokens.Is("NOT") && (_tokens.Peek(1).Is("BETWEEN") || _tokens.Peek(1).Is("IN") || _tokens.Peek(1).Is("LIKE"))
            && _tokens.TryTake("NOT");
        if (_tokens.TryTake("BETWEEN"))
        {
            var low = ParseConcatenation();
            _tokens.Expect("AND");
            return new BetweenExpression(position, left, low, ParseConcatenation(), negated);
        }

        if (_tokens.TryTake("IN"))
        {
            return ParseIn(position, left, negated);
        }

        if (!_tokens.TryTake("LIKE"))
        {
            return null;
        }

        var pattern = ParseConcatenation();
        return new LikeExpression(
            position, left, pattern, _tokens.TryTake("ESCAPE") ? ParseConcatenation() : null, negated);
    }

    private Expression ParseComparison(SourcePosition position, string comparison, Expression left)
    {
        var isQuantified = (_tokens.Is("ALL") || _tokens.Is("ANY") || _tokens.Is("SOME")) && _tokens.Peek(1).Is("(");
        if (!isQuantified)
        {
            return new BinaryExpression(position, comparison, left, ParseConcatenation());
        }

        var all = _tokens.Take().Is("ALL");
        _tokens.Expect("(");
        var query = ParseSubquery();
        _tokens.Expect(")");
        return new QuantifiedExpression(position, comparison, all, left, query);
    }

    private Expression ParseIs(SourcePosition position, Expression left)
    {
        var negated = _tokens.TryTake("NOT");
        if (_tokens.TryTake("NULL"))
        {
            return new IsNullExpression(position, left, negated);
        }

        _tokens.Expect("DISTINCT", "FROM");
        return new IsDistinctExpression(position, left, ParseConcatenation(), negated);
    }

    private Expression ParseIn(SourcePosition position, Expression left, bool negated)
    {
        _tokens.Expect("(");
        Expression result = BeginsQuery()
            ? new InQueryExpression(position, left, ParseSubquery(), negated)
            : new InListExpression(position, left, ParseList(ParseExpression), negated);
        _tokens.Expect(")");
        return result;
    }

    private Expression ParsePostfix()
    {
        var expression = ParsePrimary();
        for (var links = 0; _tokens.Is("[") || (_tokens.Is(".") && !_tokens.Peek(1).Is("*"));)
        {
            CountLink(ref links);
            var position = _tokens.Position;
            if (_tokens.Take().Is("."))
            {
                position = _tokens.Position;
                expression = new FieldExpression(position, expression, ParseName());
                continue;
            }

            expression = new SubscriptExpression(position, expression, ParseExpression());
            _tokens.Expect("]");
        }

        return expression;
    }
}
