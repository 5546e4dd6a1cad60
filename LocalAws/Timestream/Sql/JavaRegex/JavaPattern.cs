using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>A pattern of java.util.regex, ready to match. Threads may share it.</summary>
internal sealed class JavaPattern
{
    /// <summary>What all matches in one text may take.</summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Patterns that are kept; a query that makes more of them from its data begins anew.</summary>
    private const int MaxKept = 256;

    private static readonly ConcurrentDictionary<string, JavaPattern> Kept = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> LineEnds = SearchValues.Create(JavaCharacterClasses.LineEnds);

    private readonly TranslatedPattern _pattern;
    private readonly Regex _plain;
    private readonly Lazy<Regex> _full;

    private JavaPattern(string pattern)
    {
        Text = pattern;
        _pattern = JavaPatternTranslator.Translate(pattern);
        _plain = Create(_pattern.Plain);
        _full = new Lazy<Regex>(() => Create(_pattern.Full));
    }

    public string Text { get; }

    /// <summary>How many capturing groups there are, without group 0, which is the whole match.</summary>
    public int GroupCount => _pattern.GroupCount;

    /// <summary>The pattern, from those used before when it is one of them.</summary>
    /// <exception cref="JavaPatternException">The pattern is wrong, or not supported.</exception>
    public static JavaPattern Get(string pattern)
    {
        if (Kept.TryGetValue(pattern, out var kept))
        {
            return kept;
        }

        if (Kept.Count >= MaxKept)
        {
            Kept.Clear();
        }

        return Kept.GetOrAdd(pattern, text => new JavaPattern(text));
    }

    public int? FindGroup(string name) => _pattern.Names.TryGetValue(name, out var number) ? number : null;

    /// <summary>Whether the pattern is found anywhere in the text.</summary>
    /// <exception cref="RegexMatchTimeoutException">Matching takes longer than <see cref="MatchTimeout"/>.</exception>
    public bool IsMatch(string text) => For(text) == _plain ? _plain.IsMatch(text) : Matches(text).Any();

    /// <summary>The matches in order; an empty one between the halves of a surrogate pair is none.</summary>
    /// <exception cref="RegexMatchTimeoutException">All take longer than <see cref="MatchTimeout"/>.</exception>
    public IEnumerable<Match> Matches(string text)
    {
        var regex = For(text);
        var started = Stopwatch.GetTimestamp();
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            if (Stopwatch.GetElapsedTime(started) > MatchTimeout)
            {
                throw new RegexMatchTimeoutException(text, Text, MatchTimeout);
            }

            if (match.Length > 0 || !IsInsidePair(text, match.Index))
            {
                yield return match;
            }
        }
    }

    /// <summary>The text of a group; null when it had no part in the match.</summary>
    public static string? Group(Match match, int number)
    {
        // By name: .NET's numbers are the names that the translation gave.
        var group = match.Groups[number.ToString(CultureInfo.InvariantCulture)];
        return group.Success ? group.Value : null;
    }

    private static Regex Create(string pattern) => new(pattern, RegexOptions.CultureInvariant, MatchTimeout);

    private Regex For(string text) =>
        text.AsSpan().ContainsAny(LineEnds) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? _full.Value
            : _plain;

    private static bool IsInsidePair(string text, int index) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]);
}
