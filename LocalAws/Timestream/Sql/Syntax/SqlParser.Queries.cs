namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <content>Queries and relations.</content>
internal sealed partial class SqlParser
{
    private QuerySyntax ParseQuery() => Nested(() =>
    {
        var position = _tokens.Position;
        List<CommonTable> with = [];
        if (_tokens.TryTake("WITH"))
        {
            if (_tokens.Is("RECURSIVE"))
            {
                throw SqlError.Unsupported(_tokens.Position, "WITH RECURSIVE");
            }

            with = ParseList(ParseCommonTable);
            if (with.Count > MaxLinks)
            {
                throw TooDeep();
            }
        }

        var body = ParseSetOperations();
        var orderBy = _tokens.TryTake("ORDER", "BY") ? ParseList(ParseSortItem) : [];
        var offset = _tokens.TryTake("OFFSET") ? ParseRowCount() : (long?)null;
        return new QuerySyntax(position, with, body, orderBy, offset, ParseLimit());
    });

    private long? ParseLimit()
    {
        if (_tokens.TryTake("LIMIT"))
        {
            return _tokens.TryTake("ALL") ? null : ParseWholeNumber();
        }

        if (!_tokens.TryTake("FETCH"))
        {
            return null;
        }

        _ = _tokens.TryTake("FIRST") || _tokens.TryTake("NEXT") ? true : throw _tokens.Mismatch("'FIRST', 'NEXT'");
        var limit = _tokens.Is("ROW") || _tokens.Is("ROWS") ? 1 : ParseWholeNumber();
        _ = _tokens.TryTake("ROW") || _tokens.TryTake("ROWS") ? true : throw _tokens.Mismatch("'ROW', 'ROWS'");
        if (_tokens.Is("WITH"))
        {
            throw SqlError.Unsupported(_tokens.Position, "FETCH FIRST ... WITH TIES");
        }

        _tokens.Expect("ONLY");
        return limit;
    }

    private long ParseRowCount()
    {
        var rows = ParseWholeNumber();
        _ = _tokens.TryTake("ROWS") || _tokens.TryTake("ROW");
        return rows;
    }

    /// <summary>
    /// Whether a query comes next. A parenthesis begins one when what follows its end goes on with the query: the same
    /// parentheses can stand around a relation or an expression.
    /// </summary>
    private bool BeginsQuery()
    {
        if (!_tokens.Is("("))
        {
            return _tokens.Is("SELECT") || _tokens.Is("WITH") || _tokens.Is("VALUES");
        }

        var ahead = 0;
        for (var open = 0; _tokens.Peek(ahead).Kind is not SqlTokenKind.End; ahead++)
        {
            open += _tokens.Peek(ahead).Is("(") ? 1 : _tokens.Peek(ahead).Is(")") ? -1 : 0;
            if (open == 0)
            {
                break;
            }
        }

        var first = 1;
        while (_tokens.Peek(first).Is("("))
        {
            first++;
        }

        var (inner, next) = (_tokens.Peek(first), _tokens.Peek(ahead + 1));
        return (inner.Is("SELECT") || inner.Is("WITH") || inner.Is("VALUES"))
            && (next.Is("UNION") || next.Is("INTERSECT") || next.Is("EXCEPT") || next.Is("ORDER")
                || BeginsClause(ahead + 1));
    }

    private CommonTable ParseCommonTable()
    {
        var position = _tokens.Position;
        var name = ParseName();
        var columns = _tokens.Is("(") ? ParseNamesInParentheses() : null;
        _tokens.Expect("AS", "(");
        var query = ParseQuery();
        _tokens.Expect(")");
        return new CommonTable(position, name, columns, query);
    }

    private QueryBody ParseSetOperations()
    {
        var left = ParseIntersections();
        for (var links = 0; _tokens.Is("UNION") || _tokens.Is("EXCEPT");)
        {
            CountLink(ref links);
            left = ParseSetOperation(left, ParseIntersections);
        }

        return left;
    }

    private QueryBody ParseIntersections()
    {
        var left = ParseBody();
        for (var links = 0; _tokens.Is("INTERSECT");)
        {
            CountLink(ref links);
            left = ParseSetOperation(left, ParseBody);
        }

        return left;
    }

    private SetOperation ParseSetOperation(QueryBody left, Func<QueryBody> parseRight)
    {
        var operation = _tokens.Take();
        var all = _tokens.TryTake("ALL");
        _ = !all && _tokens.TryTake("DISTINCT");
        return new SetOperation(operation.Position, operation.Text.ToUpperInvariant(), all, left, parseRight());
    }

    private QueryBody ParseBody()
    {
        var position = _tokens.Position;
        if (_tokens.TryTake("("))
        {
            var query = ParseQuery();
            _tokens.Expect(")");
            return new NestedBody(position, query);
        }

        return _tokens.TryTake("VALUES") ? new ValuesBody(position, ParseList(ParseExpression)) : ParseSelect();
    }

    private SelectBody ParseSelect()
    {
        var position = _tokens.Position;
        _tokens.Expect("SELECT");
        var distinct = _tokens.TryTake("DISTINCT");
        _ = !distinct && _tokens.TryTake("ALL");
        return new SelectBody(position)
        {
            IsDistinct = distinct,
            Items = ParseList(ParseSelectItem),
            From = _tokens.TryTake("FROM") ? ParseFrom() : null,
            Where = _tokens.TryTake("WHERE") ? ParseExpression() : null,
            GroupBy = _tokens.TryTake("GROUP", "BY") ? ParseGroupBy() : null,
            Having = _tokens.TryTake("HAVING") ? ParseExpression() : null,
            Windows = _tokens.TryTake("WINDOW") ? ParseNamedWindows() : [],
        };
    }

    private SelectItem ParseSelectItem()
    {
        var position = _tokens.Position;
        if (_tokens.TryTake("*"))
        {
            return new SelectItem(position, null, null, null);
        }

        var expression = ParseExpression();
        if (expression is NameReference name && _tokens.TryTake(".", "*"))
        {
            return new SelectItem(position, null, null, new QualifiedName(position, name.Parts));
        }

        return new SelectItem(position, expression, ParseAlias(), null);
    }

    private string? ParseAlias() => _tokens.TryTake("AS") || IsAlias ? ParseName() : null;

    private SortItem ParseSortItem()
    {
        var expression = ParseExpression();
        var descending = _tokens.TryTake("DESC");
        _ = !descending && _tokens.TryTake("ASC");
        bool? nullsFirst = null;
        if (_tokens.TryTake("NULLS"))
        {
            nullsFirst = _tokens.TryTake("FIRST");
            if (nullsFirst is false)
            {
                _tokens.Expect("LAST");
            }
        }

        return new SortItem(expression, descending, nullsFirst);
    }

    private Relation ParseFrom()
    {
        var relation = ParseJoins();
        while (_tokens.Is(","))
        {
            var position = _tokens.Take().Position;
            relation = new JoinRelation(position, "CROSS", relation, ParseJoins());
        }

        return relation;
    }

    private Relation ParseJoins()
    {
        var left = ParseRelation();
        while (ParseJoinKind() is { } join)
        {
            var right = ParseRelation();
            if (join.Kind == "CROSS")
            {
                left = new JoinRelation(join.Position, join.Kind, left, right);
            }
            else if (_tokens.TryTake("USING"))
            {
                left = new JoinRelation(join.Position, join.Kind, left, right) { Using = ParseNamesInParentheses() };
            }
            else
            {
                _tokens.Expect("ON");
                left = new JoinRelation(join.Position, join.Kind, left, right) { On = ParseExpression() };
            }
        }

        return left;
    }

    private (SourcePosition Position, string Kind)? ParseJoinKind()
    {
        var position = _tokens.Position;
        if (_tokens.TryTake("CROSS", "JOIN"))
        {
            return (position, "CROSS");
        }

        if (_tokens.TryTake("JOIN") || _tokens.TryTake("INNER", "JOIN"))
        {
            return (position, "INNER");
        }

        foreach (var kind in (string[])["LEFT", "RIGHT", "FULL"])
        {
            if (_tokens.TryTake(kind))
            {
                _tokens.TryTake("OUTER");
                _tokens.Expect("JOIN");
                return (position, kind);
            }
        }

        return _tokens.Is("NATURAL") ? throw SqlError.Unsupported(position, "NATURAL JOIN") : null;
    }

    private Relation ParseRelation()
    {
        var relation = ParseRelationPrimary();
        if (_tokens.Is("MATCH_RECOGNIZE") && _tokens.Peek(1).Is("("))
        {
            throw SqlError.Unsupported(_tokens.Position, "MATCH_RECOGNIZE");
        }

        if (_tokens.TryTake("AS") || IsAlias)
        {
            var alias = ParseName();
            var columns = _tokens.Is("(") ? ParseNamesInParentheses() : null;
            relation = new AliasedRelation(relation.Position, relation, alias, columns);
        }

        return _tokens.Is("TABLESAMPLE") ? throw SqlError.Unsupported(_tokens.Position, "TABLESAMPLE") : relation;
    }

    private Relation ParseRelationPrimary()
    {
        var position = _tokens.Position;
        if (_tokens.TryTake("UNNEST"))
        {
            return ParseUnnest(position);
        }

        if (_tokens.TryTake("LATERAL", "("))
        {
            var lateral = new LateralRelation(position, ParseQuery());
            _tokens.Expect(")");
            return lateral;
        }

        if (_tokens.Is("TABLE") && _tokens.Peek(1).Is("("))
        {
            throw SqlError.Unsupported(position, "A table function");
        }

        if (!_tokens.TryTake("("))
        {
            return new TableRelation(position, ParseQualifiedName());
        }

        var relation = BeginsQuery() ? new QueryRelation(position, ParseQuery()) : ParseFrom();
        _tokens.Expect(")");
        return relation;
    }

    private UnnestRelation ParseUnnest(SourcePosition position)
    {
        _tokens.Expect("(");
        var arguments = ParseList(ParseExpression);
        _tokens.Expect(")");
        return new UnnestRelation(position, arguments, _tokens.TryTake("WITH", "ORDINALITY"));
    }
}
