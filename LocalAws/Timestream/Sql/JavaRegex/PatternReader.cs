using System.Globalization;
using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>Reads a pattern, a code point at a time.</summary>
internal sealed class PatternReader(string pattern)
{
    private const int End = -1;

    private readonly int[] _codePoints = [.. pattern.EnumerateRunes().Select(rune => rune.Value)];
    private int _at;

    public bool AtEnd => _at >= _codePoints.Length;

    /// <summary>The next code point; -1 at the end.</summary>
    public int Current => Peek(0);

    public int Peek(int ahead) => _at + ahead < _codePoints.Length ? _codePoints[_at + ahead] : End;

    public bool Is(string text) => !text.Where((character, index) => Peek(index) != character).Any();

    public bool TryTake(string text)
    {
        if (!Is(text))
        {
            return false;
        }

        _at += text.Length;
        return true;
    }

    public int Take() => AtEnd ? throw Error("Unexpected end of the pattern") : _codePoints[_at++];

    /// <summary>Takes characters while they fit.</summary>
    public string TakeWhile(Func<int, bool> fits)
    {
        var text = new StringBuilder();
        while (!AtEnd && fits(Current))
        {
            text.Append(new Rune(Take()).ToString());
        }

        return text.ToString();
    }

    /// <summary>Takes everything before the text, and the text; everything when it does not come.</summary>
    public List<int> TakeUntil(string text)
    {
        var taken = new List<int>();
        while (!AtEnd && !TryTake(text))
        {
            taken.Add(Take());
        }

        return taken;
    }

    /// <summary>Reads exactly so many hexadecimal digits.</summary>
    public int TakeHex(int digits)
    {
        var value = 0;
        for (var index = 0; index < digits; index++)
        {
            value = (value * 16) + HexDigit(Take());
        }

        return value;
    }

    /// <summary>Reads hexadecimal digits up to the closing brace: of a code point.</summary>
    public int TakeHexInBraces()
    {
        var text = TakeWhile(codePoint => codePoint != '}');
        return TryTake("}")
            && int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= CodePointSet.MaxCodePoint
            ? value
            : throw Error("Hexadecimal codepoint is too big or not closed");
    }

    public JavaPatternException Error(string description) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{description} near index {_at}"));

    private int HexDigit(int codePoint) => codePoint switch
    {
        >= '0' and <= '9' => codePoint - '0',
        >= 'a' and <= 'f' => codePoint - 'a' + 10,
        >= 'A' and <= 'F' => codePoint - 'A' + 10,
        _ => throw Error("Illegal hexadecimal escape sequence"),
    };
}
