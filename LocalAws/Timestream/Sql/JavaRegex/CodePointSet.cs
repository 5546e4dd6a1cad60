using System.Globalization;
using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>A set of Unicode code points, as sorted ranges that do not touch.</summary>
internal sealed class CodePointSet
{
    public const int MaxCodePoint = 0x10FFFF;

    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstSupplementary = 0x10000;

    /// <summary>Characters that differ from another in case only, by what they are folded to.</summary>
    private static readonly Lazy<ILookup<int, int>> OfOneFold = new(() => Enumerable.Range(0, MaxCodePoint + 1)
        .Where(Rune.IsValid)
        .GroupBy(Fold)
        .Where(group => group.Skip(1).Any())
        .SelectMany(group => group, (group, codePoint) => (Fold: group.Key, codePoint))
        .ToLookup(pair => pair.Fold, pair => pair.codePoint));

    private readonly (int First, int Last)[] _ranges;

    private CodePointSet(IEnumerable<(int First, int Last)> ranges)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var (first, last) in ranges.Where(range => range.First <= range.Last).OrderBy(range => range.First))
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        _ranges = [.. merged];
    }

    public static CodePointSet None { get; } = new([]);

    public static CodePointSet All { get; } = Range(0, MaxCodePoint);

    public static CodePointSet Range(int first, int last) => new([(first, last)]);

    /// <summary>The characters of the text.</summary>
    public static CodePointSet Of(string characters) =>
        new(characters.EnumerateRunes().Select(rune => (rune.Value, rune.Value)));

    /// <summary>The code points for which the condition is true.</summary>
    public static CodePointSet Where(Func<int, bool> condition)
    {
        var ranges = new List<(int First, int Last)>();
        var first = -1;
        for (var codePoint = 0; codePoint <= MaxCodePoint + 1; codePoint++)
        {
            var isIn = codePoint <= MaxCodePoint && condition(codePoint);
            if (isIn && first < 0)
            {
                first = codePoint;
            }
            else if (!isIn && first >= 0)
            {
                ranges.Add((first, codePoint - 1));
                first = -1;
            }
        }

        return new CodePointSet(ranges);
    }

    public CodePointSet Union(CodePointSet other) => new(_ranges.Concat(other._ranges));

    public CodePointSet Complement()
    {
        var ranges = new List<(int First, int Last)>();
        var next = 0;
        foreach (var (first, last) in _ranges)
        {
            ranges.Add((next, first - 1));
            next = last + 1;
        }

        ranges.Add((next, MaxCodePoint));
        return new CodePointSet(ranges);
    }

    public CodePointSet Intersect(CodePointSet other) => Complement().Union(other.Complement()).Complement();

    /// <summary>The set with the ASCII letters of the other case; with all letters' other cases when asked.</summary>
    public CodePointSet IgnoringCase(bool unicode)
    {
        var lower = Intersect(Range('a', 'z'))._ranges.Select(range => (range.First - 32, range.Last - 32));
        var upper = Intersect(Range('A', 'Z'))._ranges.Select(range => (range.First + 32, range.Last + 32));
        var ascii = new CodePointSet(_ranges.Concat(lower).Concat(upper));
        if (!unicode)
        {
            return ascii;
        }

        var others = _ranges
            .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
            .Where(Rune.IsValid)
            .SelectMany(codePoint => OfOneFold.Value[Fold(codePoint)])
            .Select(codePoint => (codePoint, codePoint));
        return new CodePointSet(ascii._ranges.Concat(others));
    }

    /// <summary>A part of a .NET pattern that matches one character of the set.</summary>
    /// <param name="basicOnly">The text has no characters beyond the basic plane: the pattern needs none.</param>
    public string ToPattern(bool basicOnly)
    {
        var basic = new StringBuilder();
        var alternatives = new List<string>();
        foreach (var (first, last) in _ranges)
        {
            AppendRange(basic, first, Math.Min(last, FirstSurrogate - 1));
            AppendRange(basic, Math.Max(first, LastSurrogate + 1), Math.Min(last, FirstSupplementary - 1));
            if (!basicOnly && last >= FirstSupplementary)
            {
                AddPairs(alternatives, Math.Max(first, FirstSupplementary), last);
            }
        }

        // A class that no character is in, for the empty set.
        var characters = basic.Length == 0 ? "[^\\u0000-\\uFFFF]" : $"[{basic}]";
        return alternatives.Count == 0 ? characters : $"(?:{characters}|{string.Join('|', alternatives)})";
    }

    private static int Fold(int codePoint) =>
        Rune.ToLowerInvariant(Rune.ToUpperInvariant(new Rune(codePoint))).Value;

    private static void AppendRange(StringBuilder pattern, int first, int last)
    {
        if (first <= last)
        {
            pattern.Append(Escape(first));
            pattern.Append(first == last ? "" : $"-{Escape(last)}");
        }
    }

    /// <summary>Surrogate pairs, by their first half: the end of one, whole ones, the beginning of one.</summary>
    private static void AddPairs(List<string> alternatives, int first, int last)
    {
        while (first <= last)
        {
            var (high, low) = Halves(first);
            var (lastHigh, lastLow) = Halves(last);
            if (high == lastHigh)
            {
                alternatives.Add($"{Escape(high)}[{Escape(low)}-{Escape(lastLow)}]");
                return;
            }

            var isWhole = low == 0xDC00;
            var end = !isWhole ? high : lastLow == LastSurrogate ? lastHigh : lastHigh - 1;
            alternatives.Add($"[{Escape(high)}-{Escape(end)}][{Escape(low)}-{Escape(LastSurrogate)}]");
            first = FirstSupplementary + ((end + 1 - FirstSurrogate) << 10);
        }
    }

    private static (int High, int Low) Halves(int codePoint) =>
        (FirstSurrogate + ((codePoint - FirstSupplementary) >> 10),
            0xDC00 + ((codePoint - FirstSupplementary) & 0x3FF));

    private static string Escape(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:X4}");
}
