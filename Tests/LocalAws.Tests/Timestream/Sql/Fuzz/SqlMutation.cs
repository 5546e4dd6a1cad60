using System.Text;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Fuzz;

/// <summary>Damages queries: tokens lost, doubled, exchanged or strange; characters changed; nesting no person writes.</summary>
internal static partial class SqlMutation
{
    private static readonly string[] Values =
    [
        "NULL", "''", "'\\'", "\"\"", "0", "-1", "9223372036854775807", "9223372036854775808", "1e999", "1d", "99999999999d",
        "INTERVAL '1' YEAR", "ARRAY[]", "ROW(1, NULL)", "(SELECT 1)", "(SELECT NULL)", "count(*)", "row_number() OVER ()",
        "1 / 0", "0.0 / 0", "'x'", "true", "TRY(1 / 0)", "now()", "k", "s", "a", "x", "time", "measure_value::double",
        "timestamp '1677-09-21 00:12:44'", "date '9999-12-31'", "CAST(NULL AS row(a bigint))", "max(k)", "ARRAY[NULL, 1]",
    ];

    private static readonly string[] Strange =
    [
        .. Values, "x -> x", "DISTINCT", "ALL", "*", "(", ")", "[", "]", ",", ";", "::", "->", "=>", "@p", "?", ".", "\0", "\u2028", "\ud800", "é", "--", "/*",
        "information_schema", "read_csv", "duckdb_tables", "rows_1", "PRAGMA", "UNION", "LATERAL", "UNNEST", "GROUPING", "OVER", "FILTER",
    ];

    private static readonly (string Open, string Close)[] Nests =
    [
        ("(", ")"), ("abs(", ")"), ("NOT ", ""), ("- ", ""), ("TRY(", ")"), ("ARRAY[", "]"), ("ROW(", ")"), ("(SELECT ", ")"),
        ("CASE WHEN true THEN ", " END"), ("CAST(", " AS varchar)"), ("coalesce(NULL, ", ")"), ("1 + (", ")"), ("greatest(1, ", ")"),
        ("transform(ARRAY[1], x -> ", ")"), ("reduce(ARRAY[1], 0, (s, x) -> ", ", s -> s)"), ("substr(", ", 1)"), ("if(true, ", ", NULL)"),
        ("round(", ")"), ("1 IN (", ")"), ("EXISTS (SELECT ", ")"), ("concat('a', ", ")"), ("(VALUES ", ")"), ("1 / ", ""),
    ];

    /// <summary>A query made of valid ones, damaged in one to three ways.</summary>
    public static string Create(string[] queries, Random random)
    {
        if (random.Next(12) == 0)
        {
            return Nest(random);
        }

        var query = queries[random.Next(queries.Length)];
        for (var times = Math.Max(1, random.Next(6) - 2); times > 0; times--)
        {
            query = random.Next(4) == 0 ? DamageCharacters(query, random) : DamageTokens(query, queries, random);
        }

        return query;
    }

    private static string Nest(Random random)
    {
        var depth = 1 << random.Next(1, 12);
        var mixed = random.Next(3) == 0;
        var (open, close) = (new StringBuilder("SELECT "), new StringBuilder());
        var nest = Nests[random.Next(Nests.Length)];
        for (var level = 0; level < depth; level++)
        {
            nest = mixed ? Nests[random.Next(Nests.Length)] : nest;
            open.Append(nest.Open);
            close.Insert(0, nest.Close);
        }

        return open.Append(random.Next(5) == 0 ? Strange[random.Next(Strange.Length)] : "1").Append(close).ToString();
    }

    private static string DamageTokens(string query, string[] queries, Random random)
    {
        var tokens = Split(query);
        if (tokens.Count == 0)
        {
            return query;
        }

        var at = random.Next(tokens.Count);
        var other = random.Next(tokens.Count);
        switch (random.Next(12))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(other, tokens[at]);
                break;
            case 2:
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens[at] = Strange[random.Next(Strange.Length)];
                break;
            case 4:
                tokens.Insert(at, Strange[random.Next(Strange.Length)]);
                break;
            case 5:
                var foreign = Split(queries[random.Next(queries.Length)]);
                var start = random.Next(foreign.Count);
                tokens.InsertRange(at, foreign.Skip(start).Take(random.Next(1, 12)));
                break;
            case 6:
                tokens.RemoveRange(at, Math.Min(random.Next(1, 6), tokens.Count - at));
                break;
            default:
                // Most often another value, so that many queries pass the parser and meet DuckDB.
                var literals = tokens.Select((token, index) => (token, index)).Where(item => Literal().IsMatch(item.token)).ToList();
                tokens[literals.Count == 0 ? at : literals[random.Next(literals.Count)].index] = Values[random.Next(Values.Length)];
                break;
        }

        return string.Join(' ', tokens);
    }

    private static string DamageCharacters(string query, Random random)
    {
        if (query.Length == 0)
        {
            return query;
        }

        var at = random.Next(query.Length);
        var character = random.Next(4) == 0 ? (char)random.Next(0x2100) : (char)random.Next(0x20, 0x7F);
        return random.Next(3) switch
        {
            0 => query.Remove(at, 1),
            1 => query.Insert(at, character.ToString()),
            _ => query[..at] + character + query[(at + 1)..],
        };
    }

    private static List<string> Split(string query) => [.. Token().Matches(query).Select(match => match.Value)];

    [GeneratedRegex("^('.*'|[0-9].*|[a-z]|time|NULL)$")]
    private static partial Regex Literal();

    [GeneratedRegex("""'(?:[^']|'')*'|"(?:[^"]|"")*"|[\w@.:]+|[<>!=|\-]+|\S""")]
    private static partial Regex Token();
}
