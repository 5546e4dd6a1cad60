using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Functions with regular expressions of Java. A literal pattern is checked before the query runs.</summary>
internal static class RegexFunctions
{
    private static readonly SqlType Text = SqlType.Varchar;
    private static readonly SqlType Whole = SqlType.Bigint;

    public static void AddTo(FunctionTable table)
    {
        Add(table, "regexp_like", SqlType.Boolean, [Text, Text], a => $"{RegexUdfs.Like}({a[0]}, {a[1]})");
        Add(table, "regexp_extract", Text, [Text, Text], a =>
            $"{RegexUdfs.Extract}({a[0]}, {a[1]}, {Literals.Bigint(0)})");
        Add(table, "regexp_extract", Text, [Text, Text, Whole], a => $"{RegexUdfs.Extract}({a[0]}, {a[1]}, {a[2]})");
        var array = new ArrayType(Text);
        Add(table, "regexp_extract_all", array, [Text, Text], a =>
            $"{RegexUdfs.ExtractAll}({a[0]}, {a[1]}, {Literals.Bigint(0)})");
        Add(table, "regexp_extract_all", array, [Text, Text, Whole], a =>
            $"{RegexUdfs.ExtractAll}({a[0]}, {a[1]}, {a[2]})");
        Add(table, "regexp_split", array, [Text, Text], a => $"{RegexUdfs.Split}({a[0]}, {a[1]})");
        Add(table, "regexp_replace", Text, [Text, Text], a => $"{RegexUdfs.Replace}({a[0]}, {a[1]}, '')");
        Add(table, "regexp_replace", Text, [Text, Text, Text], a => $"{RegexUdfs.Replace}({a[0]}, {a[1]}, {a[2]})");
        table.Add("regexp_replace", ReplaceWithLambda);
    }

    private static void Add(
        FunctionTable table, string name, SqlType result, SqlType[] parameters, Func<string[], string> sql) =>
        table.Add(name, arguments =>
        {
            if (arguments.Match(parameters) is not { } matched)
            {
                return null;
            }

            CheckPattern(arguments);
            return arguments.Result(sql(matched), result);
        });

    private static void CheckPattern(FunctionArguments arguments)
    {
        if (arguments.Items[1].LiteralText is not { } pattern)
        {
            return;
        }

        try
        {
            _ = JavaPattern.Get(pattern);
        }
        catch (JavaPatternException exception)
        {
            throw SqlError.At(arguments.Position, $"{exception.Message}: {pattern}");
        }
    }

    /// <summary>
    /// regexp_replace(text, pattern, groups -> replacement): what stands between matches, joined by the replacements.
    /// </summary>
    private static BoundExpression? ReplaceWithLambda(FunctionArguments arguments)
    {
        if (arguments.Count != 3
            || Coercion.To(arguments.Items[0], Text) is not { } text
            || Coercion.To(arguments.Items[1], Text) is not { } pattern
            || arguments.BindLambda(2, new ArrayType(Text)) is not { } lambda
            || Coercion.To(lambda.Body, Text) is not { } body)
        {
            return null;
        }

        CheckPattern(arguments);
        var between = $"{RegexUdfs.Split}({text.Sql}, {pattern.Sql})";
        var groups = $"{RegexUdfs.Groups}({text.Sql}, {pattern.Sql})";
        var replacements = $"list_transform({groups}, {lambda.WithBody(body.Sql)})";
        var pairs = $"list_zip({between}, list_append({replacements}, ''))";
        // A replacement that is NULL makes the whole NULL.
        return arguments.Result(
            $"list_extract(list_transform([list_transform({pairs}, lambda pair: pair[1] || pair[2])], "
            + "lambda parts: CASE WHEN list_count(parts) = len(parts) THEN array_to_string(parts, '') END), 1)",
            Text);
    }
}
