using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>Regular expressions of Java inside DuckDB, whose own are RE2's.</summary>
internal static class RegexUdfs
{
    public const string Like = "java_regexp_like";
    public const string Extract = "java_regexp_extract";
    public const string ExtractAll = "java_regexp_extract_all";
    public const string Replace = "java_regexp_replace";
    public const string Split = "java_regexp_split";

    /// <summary>The capturing groups of each match, without the whole match.</summary>
    public const string Groups = "java_regexp_groups";

    public static void Register(DuckDBConnection connection)
    {
        Udf.Register<string, string, bool>(connection, Like, (text, pattern) =>
            Run(pattern, regex => regex.IsMatch(text)));
        Udf.Register<string, string, long, string?>(connection, Extract, (text, pattern, group) =>
            Run(pattern, regex => ExtractFirst(regex, text, CheckGroup(regex, group))));
        Udf.Register<string, string, long, List<string?>>(connection, ExtractAll, (text, pattern, group) =>
            Run(pattern, regex => ExtractEach(regex, text, CheckGroup(regex, group))));
        Udf.Register<string, string, string, string>(connection, Replace, (text, pattern, replacement) =>
            Run(pattern, regex => ReplaceEach(regex, text, JavaReplacement.Parse(replacement, regex))));
        Udf.Register<string, string, List<string>>(connection, Split, (text, pattern) =>
            Run(pattern, regex => SplitAtEach(regex, text)));
        Udf.Register<string, string, List<List<string?>>>(connection, Groups, (text, pattern) =>
            Run(pattern, regex => GroupsOfEach(regex, text)));
    }

    private static T Run<T>(string pattern, Func<JavaPattern, T> use)
    {
        try
        {
            return use(JavaPattern.Get(pattern));
        }
        catch (JavaPatternException exception)
        {
            throw new QueryDataException($"{exception.Message}: {pattern}", exception);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new QueryDataException(
                $"The regular expression {pattern} takes longer than "
                + $"{JavaPattern.MatchTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s on one value",
                exception);
        }
    }

    private static int CheckGroup(JavaPattern regex, long group) => group < 0
        ? throw new QueryDataException("Group cannot be negative")
        : group > regex.GroupCount
            ? throw new QueryDataException(string.Create(
                CultureInfo.InvariantCulture, $"Pattern has {regex.GroupCount} groups. Cannot access group {group}"))
            : (int)group;

    private static string? ExtractFirst(JavaPattern regex, string text, int group) =>
        regex.Matches(text).FirstOrDefault() is { } match ? JavaPattern.Group(match, group) : null;

    private static List<string?> ExtractEach(JavaPattern regex, string text, int group) =>
        [.. regex.Matches(text).Select(match => JavaPattern.Group(match, group))];

    private static string ReplaceEach(JavaPattern regex, string text, JavaReplacement replacement)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var match in regex.Matches(text))
        {
            result.Append(text, at, match.Index - at);
            replacement.AppendTo(result, match);
            at = match.Index + match.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static List<string> SplitAtEach(JavaPattern regex, string text)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (var match in regex.Matches(text))
        {
            parts.Add(text[at..match.Index]);
            at = match.Index + match.Length;
        }

        parts.Add(text[at..]);
        return parts;
    }

    private static List<List<string?>> GroupsOfEach(JavaPattern regex, string text) =>
    [
        .. regex.Matches(text).Select(match =>
            Enumerable.Range(1, regex.GroupCount).Select(number => JavaPattern.Group(match, number)).ToList()),
    ];
}
