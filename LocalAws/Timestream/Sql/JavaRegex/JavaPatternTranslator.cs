using System.Globalization;
using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>Translates a pattern of java.util.regex into one of .NET that matches the same.</summary>
/// <remarks>
/// Every construct is read, none is passed through. All groups get numbers in the order of their parentheses, because
/// .NET counts named groups last; flags become part of what they govern; possessive quantifiers become atomic groups.
/// </remarks>
internal sealed partial class JavaPatternTranslator
{
    private const int MaxDepth = 250;
    private const int MaxLength = 1024 * 1024;

    private readonly PatternReader _reader;
    private readonly JavaCharacterClasses _classes;
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly int _groupCount;
    private readonly bool _isPlain;
    private JavaFlags _flags;
    private int _groups;
    private int _depth;

    private JavaPatternTranslator(string pattern, int groupCount, bool isPlain)
    {
        _reader = new PatternReader(pattern);
        _classes = new JavaCharacterClasses(_reader);
        _groupCount = groupCount;
        _isPlain = isPlain;
    }

    /// <summary>Translates the pattern twice.</summary>
    /// <exception cref="JavaPatternException">The pattern is wrong, or not supported.</exception>
    public static TranslatedPattern Translate(string pattern)
    {
        var count = new JavaPatternTranslator(pattern, int.MaxValue, isPlain: true);
        count.Run();
        var plain = new JavaPatternTranslator(pattern, count._groups, isPlain: true);
        var full = new JavaPatternTranslator(pattern, count._groups, isPlain: false);
        return new TranslatedPattern(plain.Run(), full.Run(), count._groups, count._names);
    }

    private string Run()
    {
        ReadAlternatives();
        return _reader.AtEnd ? _output.ToString() : throw _reader.Error("Unmatched closing ')'");
    }

    private void ReadAlternatives()
    {
        if (++_depth > MaxDepth)
        {
            throw _reader.Error("Groups are nested too deeply");
        }

        ReadSequence();
        while (_reader.TryTake("|"))
        {
            _output.Append('|');
            ReadSequence();
        }

        _depth--;
    }

    private void ReadSequence()
    {
        for (SkipComments(); !(_reader.AtEnd || _reader.Is("|") || _reader.Is(")")); SkipComments())
        {
            var start = _output.Length;
            if (ReadAtom(ref start))
            {
                ReadQuantifier(start);
            }

            if (_output.Length > MaxLength)
            {
                throw _reader.Error("The pattern is too large");
            }
        }
    }

    /// <summary>False when what was read stands for nothing that could be repeated: flags.</summary>
    /// <param name="start">Where in the output begins what a quantifier repeats: a quotation's last character.</param>
    private bool ReadAtom(ref int start)
    {
        var codePoint = _reader.Take();
        switch (codePoint)
        {
            case '(':
                return ReadGroup();
            case '[':
                Append(_classes.ReadClass(_flags));
                return true;
            case '.':
                AppendDot();
                return true;
            case '^':
                _output.Append(CaretPattern());
                return true;
            case '$':
                _output.Append(DollarPattern(_flags.HasFlag(JavaFlags.MultiLine)));
                return true;
            case '\\' when _reader.TryTake("Q"):
                return ReadQuotation(ref start);
            case '\\':
                ReadEscape();
                return true;
            case '*' or '+' or '?':
                throw _reader.Error($"Dangling meta character '{(char)codePoint}'");
            case '{':
                throw _reader.Error("Illegal repetition");
            default:
                AppendCharacter(codePoint);
                return true;
        }
    }

    private bool ReadQuotation(ref int start)
    {
        var characters = _reader.TakeUntil("\\E");
        foreach (var character in characters)
        {
            start = _output.Length;
            AppendCharacter(character);
        }

        return characters.Count > 0;
    }

    private void ReadEscape()
    {
        var letter = _reader.Take();
        switch (letter)
        {
            case 'b' when _reader.Is("{g}"):
                throw _reader.Error("\\b{g} is not supported");
            case 'b' or 'B' or 'A' or 'G' or 'z':
                _output.Append(CultureInfo.InvariantCulture, $"(?:\\{(char)letter})");
                break;
            case 'Z':
                _output.Append(DollarPattern(isMultiLine: false));
                break;
            case 'R':
                _output.Append("(?:\\r\\n|[\\n\\u000B\\f\\r\\u0085\\u2028\\u2029])");
                break;
            case 'k':
                AppendReference(_names.TryGetValue(ReadGroupName("<"), out var number)
                    ? number
                    : throw _reader.Error("A named capturing group does not exist"));
                break;
            case >= '1' and <= '9':
                AppendReference(ReadReference(letter - '0'));
                break;
            default:
                if (_classes.SetOf(letter, _flags) is { } set)
                {
                    Append(set);
                }
                else
                {
                    AppendCharacter(_classes.CharacterOf(letter));
                }

                break;
        }
    }

    /// <summary>Further digits belong to the number as long as there is such a group already.</summary>
    private int ReadReference(int number)
    {
        while (_reader.Current is >= '0' and <= '9' && (number * 10) + _reader.Current - '0' <= _groups)
        {
            number = (number * 10) + _reader.Take() - '0';
        }

        return number;
    }

    /// <summary>A group that does not exist matches nothing.</summary>
    private void AppendReference(int number)
    {
        var ignoreCase = _flags.HasFlag(JavaFlags.IgnoreCase) ? "i" : "";
        var reference = number <= _groupCount ? $"\\k<{number.ToString(CultureInfo.InvariantCulture)}>" : "(?!)";
        _output.Append(CultureInfo.InvariantCulture, $"(?{ignoreCase}:{reference})");
    }

    private bool ReadGroup()
    {
        var flags = _flags;
        var (opening, hasBody) = ReadOpening();
        if (!hasBody)
        {
            return false;
        }

        _output.Append(opening);
        ReadAlternatives();
        if (!_reader.TryTake(")"))
        {
            throw _reader.Error("Unclosed group");
        }

        _output.Append(')');
        _flags = flags;
        return true;
    }

    private (string Opening, bool HasBody) ReadOpening()
    {
        if (!_reader.TryTake("?"))
        {
            return ($"(?<{(++_groups).ToString(CultureInfo.InvariantCulture)}>", true);
        }

        foreach (var kind in (string[])[":", "=", "!", ">", "<=", "<!"])
        {
            if (_reader.TryTake(kind))
            {
                return ($"(?{kind}", true);
            }
        }

        if (!_reader.Is("<"))
        {
            return ReadFlags();
        }

        var name = ReadGroupName("<");
        return _names.TryAdd(name, ++_groups)
            ? ($"(?<{_groups.ToString(CultureInfo.InvariantCulture)}>", true)
            : throw _reader.Error($"Named capturing group <{name}> is already defined");
    }

    private string ReadGroupName(string opening)
    {
        var isOpen = _reader.TryTake(opening);
        var name = _reader.TakeWhile(
            codePoint => codePoint is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9');
        return isOpen && name.Length > 0 && !char.IsAsciiDigit(name[0]) && _reader.TryTake(">")
            ? name
            : throw _reader.Error("The name of a capturing group is missing or not closed");
    }

    /// <summary><c>(?i-s)</c> holds to the end of the group around it, <c>(?i:...)</c> for its own.</summary>
    private (string Opening, bool HasBody) ReadFlags()
    {
        var (flags, isOff) = (_flags, false);
        while (true)
        {
            var letter = _reader.Take();
            switch (letter)
            {
                case ':' or ')':
                    _flags = flags;
                    return ("(?:", letter == ':');
                case '-' when !isOff:
                    isOff = true;
                    break;
                default:
                    var flag = FlagOf(letter);
                    flags = isOff ? flags & ~flag : flags | flag;
                    break;
            }
        }
    }

    private JavaFlags FlagOf(int letter) => letter switch
    {
        'i' => JavaFlags.IgnoreCase,
        'u' => JavaFlags.UnicodeCase,
        's' => JavaFlags.DotAll,
        'm' => JavaFlags.MultiLine,
        'x' => JavaFlags.Comments,
        'd' => JavaFlags.UnixLines,
        'U' => throw _reader.Error("The flag U (UNICODE_CHARACTER_CLASS) is not supported"),
        _ => throw _reader.Error("Unknown inline modifier or group type"),
    };

    private void ReadQuantifier(int start)
    {
        SkipComments();
        var quantifier = _reader.Current switch
        {
            '*' or '+' or '?' => ((char)_reader.Take()).ToString(),
            '{' => ReadBraces(),
            _ => null,
        };
        if (quantifier is null)
        {
            return;
        }

        // What was read is one unit then, whatever it was translated to.
        _output.Insert(start, "(?:").Append(')').Append(quantifier);
        if (_reader.TryTake("?"))
        {
            _output.Append('?');
        }
        else if (_reader.TryTake("+"))
        {
            _output.Insert(start, "(?>").Append(')');
        }
    }

    private string ReadBraces()
    {
        _reader.Take();
        var least = ReadCount() ?? throw _reader.Error("Illegal repetition");
        var most = _reader.TryTake(",") ? ReadCount() : least;
        if (!_reader.TryTake("}"))
        {
            throw _reader.Error("Unclosed counted closure");
        }

        return most is null
            ? string.Create(CultureInfo.InvariantCulture, $"{{{least},}}")
            : most >= least
                ? string.Create(CultureInfo.InvariantCulture, $"{{{least},{most}}}")
                : throw _reader.Error("Illegal repetition range");
    }

    private int? ReadCount()
    {
        var digits = _reader.TakeWhile(codePoint => codePoint is >= '0' and <= '9');
        return digits.Length == 0
            ? null
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : throw _reader.Error("Illegal repetition range");
    }

    private void SkipComments()
    {
        while (_flags.HasFlag(JavaFlags.Comments))
        {
            if (JavaCharacterClasses.IsPatternSpace(_reader.Current))
            {
                _reader.Take();
            }
            else if (_reader.TryTake("#"))
            {
                _reader.TakeWhile(codePoint => codePoint is not '\n' and not '\r');
            }
            else
            {
                return;
            }
        }
    }

    private void Append(CodePointSet set) => _output.Append(set.ToPattern(_isPlain));

    private void AppendCharacter(int codePoint)
    {
        if (codePoint < 0x80 && char.IsAsciiLetterOrDigit((char)codePoint) && !_flags.HasFlag(JavaFlags.IgnoreCase))
        {
            _output.Append((char)codePoint);
        }
        else
        {
            Append(JavaCharacterClasses.Cased(CodePointSet.Range(codePoint, codePoint), _flags));
        }
    }
}
