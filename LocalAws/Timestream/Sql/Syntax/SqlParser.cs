using System.Globalization;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>Parses Timestream's SQL, a dialect of Trino's, by recursive descent. This part: statements and names.</summary>
internal sealed partial class SqlParser
{
    /// <summary>
    /// Nesting of parentheses, functions and FROM that a query may have: far above any written by hand. Divisions and
    /// functions that name their arguments cost DuckDB the cube of their depth: a second for 100 of them, 7 for 200.
    /// </summary>
    private const int MaxDepth = 100;

    /// <summary>Links of a chain of operators or of set operations, and queries of a WITH.</summary>
    private const int MaxLinks = 200;

    /// <summary>
    /// Subqueries in expressions, lambdas and TRY that may be nested in one another. DuckDB binds what is in them twice, so that
    /// its work doubles with each level, and nothing can interrupt it: 24 levels take it ten seconds.
    /// </summary>
    private const int MaxDoublingDepth = 12;

    private readonly TokenReader _tokens;
    private int _depth;
    private int _doublingDepth;

    private SqlParser(string text) => _tokens = new TokenReader(SqlLexer.Read(text));

    /// <exception cref="AwsException">ValidationException with the place of the first mistake.</exception>
    public static Statement Parse(string text)
    {
        var parser = new SqlParser(text);
        var statement = parser.ParseStatement();
        parser._tokens.TryTake(";");
        return parser._tokens.Current.Kind == SqlTokenKind.End ? statement : throw parser._tokens.Mismatch("<EOF>");
    }

    private Statement ParseStatement()
    {
        if (_tokens.TryTake("SHOW"))
        {
            return ParseShow();
        }

        if (_tokens.TryTake("DESCRIBE") || _tokens.TryTake("DESC"))
        {
            return new DescribeStatement(ParseQualifiedName());
        }

        if (_tokens.Is("UNLOAD"))
        {
            return ParseUnload();
        }

        return _tokens.Is("SELECT") || _tokens.Is("WITH") || _tokens.Is("VALUES") || _tokens.Is("(")
            ? new QueryStatement(ParseQuery())
            : throw _tokens.Mismatch("'SELECT', 'WITH', 'SHOW', 'DESCRIBE', 'UNLOAD'");
    }

    private Statement ParseShow()
    {
        if (_tokens.TryTake("DATABASES"))
        {
            return new ShowDatabases(ParseShowLike());
        }

        if (_tokens.TryTake("TABLES"))
        {
            var database = _tokens.TryTake("FROM") || _tokens.TryTake("IN") ? ParseQualifiedName() : null;
            return new ShowTables(database, ParseShowLike());
        }

        _tokens.Expect("MEASURES");
        _tokens.Expect("FROM");
        return new ShowMeasures(ParseQualifiedName(), ParseShowLike());
    }

    private string? ParseShowLike() => _tokens.TryTake("LIKE") ? ParseText() : null;

    private string ParseText() => _tokens.Current.Kind is SqlTokenKind.Text
        ? _tokens.Take().Text
        : throw _tokens.Mismatch("<string>");

    private QualifiedName ParseQualifiedName()
    {
        var position = _tokens.Position;
        var parts = new List<string> { ParseName() };
        while (_tokens.TryTake("."))
        {
            parts.Add(ParseName());
        }

        return new QualifiedName(position, parts);
    }

    private bool IsName =>
        _tokens.Current.Kind is SqlTokenKind.QuotedName
        || (_tokens.Current.Kind is SqlTokenKind.Word && !Keywords.IsReserved(_tokens.Current.Text));

    /// <summary>
    /// A name that is an alias although no AS precedes it. LIMIT, OFFSET and FETCH are no reserved words, but begin a
    /// clause when what they need comes next.
    /// </summary>
    private bool IsAlias => IsName && !BeginsClause();

    private string ParseName() => IsName ? _tokens.Take().Text : throw _tokens.Mismatch("<identifier>");

    private bool BeginsClause(int ahead = 0)
    {
        var (word, next) = (_tokens.Peek(ahead), _tokens.Peek(ahead + 1));
        return ((word.Is("LIMIT") || word.Is("OFFSET")) && (next.Kind is SqlTokenKind.Integer || next.Is("ALL")))
            || (word.Is("WINDOW") && next.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName && _tokens.Peek(ahead + 2).Is("AS"))
            || (word.Is("FETCH") && (next.Is("FIRST") || next.Is("NEXT")))
            || (word.Is("TABLESAMPLE") && (next.Is("BERNOULLI") || next.Is("SYSTEM")));
    }

    private List<string> ParseNamesInParentheses()
    {
        _tokens.Expect("(");
        var names = ParseList(ParseName);
        _tokens.Expect(")");
        return names;
    }

    private long ParseWholeNumber() =>
        _tokens.Current.Kind is SqlTokenKind.Integer
        && long.TryParse(_tokens.Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? TakeAnd(number)
            : throw _tokens.Mismatch("<integer>");

    private List<T> ParseList<T>(Func<T> parse)
    {
        var items = new List<T> { parse() };
        while (_tokens.TryTake(","))
        {
            items.Add(parse());
        }

        return items;
    }

    private T TakeAnd<T>(T value)
    {
        _tokens.Take();
        return value;
    }

    /// <summary>Counts the links of a chain of operators, each of which nests what is before it one level deeper.</summary>
    private void CountLink(ref int links, int limit = MaxLinks)
    {
        if (++links > limit)
        {
            throw TooDeep();
        }
    }

    private AwsException TooDeep() => SqlError.At(_tokens.Position, "the query is nested too deeply");

    /// <summary>A subquery in an expression, the body of a lambda, or what is tried.</summary>
    private T NestedDoubling<T>(Func<T> parse)
    {
        if (++_doublingDepth > MaxDoublingDepth)
        {
            throw TooDeep();
        }

        var result = parse();
        _doublingDepth--;
        return result;
    }

    private QuerySyntax ParseSubquery() => NestedDoubling(ParseQuery);

    /// <summary>Runs a rule that can contain itself, so that no query can exhaust the stack.</summary>
    private T Nested<T>(Func<T> parse)
    {
        if (++_depth > MaxDepth)
        {
            throw TooDeep();
        }

        var result = parse();
        _depth--;
        return result;
    }
}
