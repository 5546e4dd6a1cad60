namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>Reads what stands for one character: classes in brackets, and escapes.</summary>
internal sealed class JavaCharacterClasses(PatternReader reader)
{
    public const string LineEnds = "\n\r\u0085\u2028\u2029";

    private const int MaxDepth = 100;

    private static readonly CodePointSet Word = UnicodeProperties.Find("Alnum")!.Union(CodePointSet.Of("_"));
    private static readonly CodePointSet HorizontalSpace =
        CodePointSet.Of(" \t\u00A0\u1680\u180E\u202F\u205F\u3000").Union(CodePointSet.Range(0x2000, 0x200A));

    private static readonly CodePointSet VerticalSpace = CodePointSet.Of(LineEnds + "\u000B\f");

    /// <summary>Reads a class after its opening bracket.</summary>
    public CodePointSet ReadClass(JavaFlags flags, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw reader.Error("Character classes are nested too deeply");
        }

        var isNegated = reader.TryTake("^");
        var result = ReadUnion(flags, depth, isFirst: true);
        while (reader.TryTake("&&"))
        {
            // What is not there on the right leaves the left as it is.
            result = reader.Is("]") || reader.Is("&&")
                ? result
                : result.Intersect(ReadUnion(flags, depth, isFirst: false));
        }

        reader.Take();
        return isNegated ? result.Complement() : result;
    }

    /// <summary>The set of an escape such as \d or \p{L}, its letter taken last; null when there is none.</summary>
    public CodePointSet? SetOf(int letter, JavaFlags flags) => letter switch
    {
        'd' => UnicodeProperties.Find("Digit"),
        'D' => UnicodeProperties.Find("Digit")!.Complement(),
        'w' => Word,
        'W' => Word.Complement(),
        's' => UnicodeProperties.Find("Space"),
        'S' => UnicodeProperties.Find("Space")!.Complement(),
        'h' => HorizontalSpace,
        'H' => HorizontalSpace.Complement(),
        'v' => VerticalSpace,
        'V' => VerticalSpace.Complement(),
        'p' => Cased(ReadProperty(), flags),
        'P' => Cased(ReadProperty(), flags).Complement(),
        _ => null,
    };

    /// <summary>The character of an escape, its letter taken last.</summary>
    public int CharacterOf(int letter)
    {
        switch (letter)
        {
            case '0':
                return ReadOctal();
            case 'x':
                return reader.TryTake("{") ? reader.TakeHexInBraces() : reader.TakeHex(2);
            case 'u':
                return ReadUnicode();
            case 'c':
                return reader.Take() ^ 0x40;
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'f':
                return '\f';
            case 'a':
                return 0x07;
            case 'e':
                return 0x1B;
            case >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '1' and <= '9':
                throw reader.Error($"Illegal or unsupported escape sequence \\{(char)letter}");
            default:
                return letter;
        }
    }

    /// <summary>Items up to the closing bracket or to &amp;&amp;, neither of which is taken.</summary>
    private CodePointSet ReadUnion(JavaFlags flags, int depth, bool isFirst)
    {
        var result = CodePointSet.None;
        for (; isFirst || !(reader.Is("]") || reader.Is("&&")); isFirst = false)
        {
            if (reader.AtEnd)
            {
                throw reader.Error("Unclosed character class");
            }

            if (flags.HasFlag(JavaFlags.Comments) && IsPatternSpace(reader.Current))
            {
                reader.Take();
            }
            else if (reader.TryTake("\\Q"))
            {
                result = reader.TakeUntil("\\E").Aggregate(
                    result, (set, codePoint) => set.Union(CodePointSet.Range(codePoint, codePoint)));
            }
            else
            {
                result = result.Union(ReadItem(flags, depth));
            }
        }

        return result;
    }

    private CodePointSet ReadItem(JavaFlags flags, int depth)
    {
        if (reader.TryTake("["))
        {
            return ReadClass(flags, depth + 1);
        }

        var first = reader.Take();
        if (first == '\\')
        {
            var letter = reader.Take();
            if (SetOf(letter, flags) is { } set)
            {
                return set;
            }

            first = CharacterOf(letter);
        }

        if (reader.Current != '-' || reader.Peek(1) is ']' or '[' or -1)
        {
            return Cased(CodePointSet.Range(first, first), flags);
        }

        reader.Take();
        var last = reader.Take();
        last = last == '\\' ? CharacterOf(reader.Take()) : last;
        return first <= last
            ? Cased(CodePointSet.Range(first, last), flags)
            : throw reader.Error("Illegal character range");
    }

    public static CodePointSet Cased(CodePointSet set, JavaFlags flags) => flags.HasFlag(JavaFlags.IgnoreCase)
        ? set.IgnoringCase(flags.HasFlag(JavaFlags.UnicodeCase))
        : set;

    public static bool IsPatternSpace(int codePoint) => codePoint is ' ' or >= 0x9 and <= 0xD;

    private CodePointSet ReadProperty()
    {
        string name;
        if (reader.TryTake("{"))
        {
            name = reader.TakeWhile(codePoint => codePoint != '}');
            if (!reader.TryTake("}"))
            {
                throw reader.Error("Unclosed character family");
            }
        }
        else
        {
            name = reader.AtEnd ? "" : ((char)reader.Take()).ToString();
        }

        return UnicodeProperties.Find(name)
            ?? throw reader.Error($"The character property {{{name}}} is unknown or not supported");
    }

    /// <summary>One to three octal digits, of 377 at most.</summary>
    private int ReadOctal()
    {
        var value = 0;
        var digits = 0;
        while (digits < 3 && reader.Current is >= '0' and <= '7' && (value * 8) + reader.Current - '0' <= 0xFF)
        {
            value = (value * 8) + reader.Take() - '0';
            digits++;
        }

        return digits > 0 ? value : throw reader.Error("Illegal octal escape sequence");
    }

    /// <summary>Four digits; two escapes of surrogates are one character.</summary>
    private int ReadUnicode()
    {
        var unit = reader.TakeHex(4);
        if (char.IsHighSurrogate((char)unit) && reader.TryTake("\\u"))
        {
            var low = reader.TakeHex(4);
            return char.IsLowSurrogate((char)low)
                ? char.ConvertToUtf32((char)unit, (char)low)
                : throw reader.Error("A surrogate without its other half matches nothing");
        }

        return unit;
    }
}
