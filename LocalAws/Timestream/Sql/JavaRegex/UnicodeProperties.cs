using System.Collections.Concurrent;
using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>The sets behind <c>\p{...}</c>: general categories, POSIX classes and Java's own, by name.</summary>
/// <remarks>.NET knows no scripts and no blocks beyond the basic plane: those names are not here.</remarks>
internal static class UnicodeProperties
{
    private static readonly ConcurrentDictionary<string, CodePointSet?> Sets = new(StringComparer.Ordinal);

    private static readonly Dictionary<UnicodeCategory, string> Categories = new()
    {
        [UnicodeCategory.UppercaseLetter] = "Lu",
        [UnicodeCategory.LowercaseLetter] = "Ll",
        [UnicodeCategory.TitlecaseLetter] = "Lt",
        [UnicodeCategory.ModifierLetter] = "Lm",
        [UnicodeCategory.OtherLetter] = "Lo",
        [UnicodeCategory.NonSpacingMark] = "Mn",
        [UnicodeCategory.SpacingCombiningMark] = "Mc",
        [UnicodeCategory.EnclosingMark] = "Me",
        [UnicodeCategory.DecimalDigitNumber] = "Nd",
        [UnicodeCategory.LetterNumber] = "Nl",
        [UnicodeCategory.OtherNumber] = "No",
        [UnicodeCategory.SpaceSeparator] = "Zs",
        [UnicodeCategory.LineSeparator] = "Zl",
        [UnicodeCategory.ParagraphSeparator] = "Zp",
        [UnicodeCategory.Control] = "Cc",
        [UnicodeCategory.Format] = "Cf",
        [UnicodeCategory.Surrogate] = "Cs",
        [UnicodeCategory.PrivateUse] = "Co",
        [UnicodeCategory.OtherNotAssigned] = "Cn",
        [UnicodeCategory.ConnectorPunctuation] = "Pc",
        [UnicodeCategory.DashPunctuation] = "Pd",
        [UnicodeCategory.OpenPunctuation] = "Ps",
        [UnicodeCategory.ClosePunctuation] = "Pe",
        [UnicodeCategory.InitialQuotePunctuation] = "Pi",
        [UnicodeCategory.FinalQuotePunctuation] = "Pf",
        [UnicodeCategory.OtherPunctuation] = "Po",
        [UnicodeCategory.MathSymbol] = "Sm",
        [UnicodeCategory.CurrencySymbol] = "Sc",
        [UnicodeCategory.ModifierSymbol] = "Sk",
        [UnicodeCategory.OtherSymbol] = "So",
    };

    /// <summary>The set of that name; null when there is none here.</summary>
    public static CodePointSet? Find(string name) => Sets.TryGetValue(name, out var known) ? known : Remember(name);

    /// <summary>Sets are kept, names that have none are not: a query may hold any number of those.</summary>
    private static CodePointSet? Remember(string name)
    {
        var set = Ascii(name) ?? OfJava(name) ?? Category(name);
        return set is null ? null : Sets.GetOrAdd(name, set);
    }

    private static CodePointSet? Ascii(string name) => name switch
    {
        "Lower" => CodePointSet.Range('a', 'z'),
        "Upper" => CodePointSet.Range('A', 'Z'),
        "ASCII" => CodePointSet.Range(0, 0x7F),
        "Alpha" => CodePointSet.Range('a', 'z').Union(CodePointSet.Range('A', 'Z')),
        "Digit" => CodePointSet.Range('0', '9'),
        "Alnum" => Ascii("Alpha")!.Union(Ascii("Digit")!),
        "Punct" => Ascii("Graph")!.Intersect(Ascii("Alnum")!.Complement()),
        "Graph" => CodePointSet.Range('!', '~'),
        "Print" => CodePointSet.Range(' ', '~'),
        "Blank" => CodePointSet.Of(" \t"),
        "Cntrl" => CodePointSet.Range(0, 0x1F).Union(CodePointSet.Range(0x7F, 0x7F)),
        "XDigit" => Ascii("Digit")!.Union(CodePointSet.Range('a', 'f')).Union(CodePointSet.Range('A', 'F')),
        "Space" => CodePointSet.Of(" \t\n\u000B\f\r"),
        "L1" => CodePointSet.Range(0, 0xFF),
        "all" => CodePointSet.All,
        _ => null,
    };

    private static CodePointSet? OfJava(string name) => name switch
    {
        "LC" => Category("Lu")!.Union(Category("Ll")!).Union(Category("Lt")!),
        "LD" => Category("L")!.Union(Category("Nd")!),
        "javaLetter" or "IsLetter" => Category("L"),
        "javaDigit" or "IsDigit" => Category("Nd"),
        "javaLetterOrDigit" => OfJava("LD"),
        "javaTitleCase" or "IsTitlecase" => Category("Lt"),
        "IsPunctuation" => Category("P"),
        "IsControl" or "javaISOControl" => Category("Cc"),
        "IsAssigned" or "javaDefined" => Category("Cn")!.Complement(),
        "javaSpaceChar" => Category("Z"),
        "javaWhitespace" => Category("Z")!
            .Intersect(CodePointSet.Of("\u00A0\u2007\u202F").Complement())
            .Union(CodePointSet.Range(0x9, 0xD)).Union(CodePointSet.Range(0x1C, 0x1F)),
        "IsWhite_Space" or "IsWhiteSpace" => Category("Z")!
            .Union(CodePointSet.Range(0x9, 0xD)).Union(CodePointSet.Of("\u0085")),
        "IsHex_Digit" or "IsHexDigit" => Ascii("XDigit")!
            .Union(CodePointSet.Range(0xFF10, 0xFF19))
            .Union(CodePointSet.Range(0xFF21, 0xFF26))
            .Union(CodePointSet.Range(0xFF41, 0xFF46)),
        _ => null,
    };

    /// <summary><c>Lu</c>, <c>L</c>, <c>IsLu</c>, <c>gc=Lu</c> or <c>general_category=Lu</c>.</summary>
    private static CodePointSet? Category(string name)
    {
        foreach (var prefix in (string[])["Is", "gc=", "general_category="])
        {
            name = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        }

        var wanted = Categories
            .Where(category => category.Value == name || (name.Length == 1 && category.Value[0] == name[0]))
            .Select(category => category.Key)
            .ToHashSet();
        return wanted.Count == 0
            ? null
            : CodePointSet.Where(codePoint => wanted.Contains(CharUnicodeInfo.GetUnicodeCategory(codePoint)));
    }
}
