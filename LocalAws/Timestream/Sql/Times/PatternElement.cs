using System.Globalization;
using System.Text;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>A piece of a pattern: writes its part of a time, and reads it.</summary>
internal abstract class PatternElement
{
    public abstract void Write(CivilTime time, StringBuilder text);

    /// <summary>
    /// Reads its part from the position on and moves the position behind it; false when the text does not fit.
    /// </summary>
    public abstract bool TryRead(string text, ref int position, ParsedTime time);

    /// <summary>Reads a whole number of at most so many digits.</summary>
    protected static bool TryReadDigits(string text, ref int position, int maxDigits, out int number)
    {
        var end = position;
        while (end < text.Length && end - position < maxDigits && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var digits = text.AsSpan(position, end - position);
        var read = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        position = read ? end : position;
        return read;
    }
}

/// <summary>Characters that stand for themselves; case does not count when they are read.</summary>
internal sealed class LiteralElement(string literal) : PatternElement
{
    public override void Write(CivilTime time, StringBuilder text) => text.Append(literal);

    public override bool TryRead(string text, ref int position, ParsedTime time)
    {
        var fits = string.Compare(text, position, literal, 0, literal.Length, StringComparison.OrdinalIgnoreCase) == 0;
        position += fits ? literal.Length : 0;
        return fits;
    }
}

/// <summary>A number: at least so many digits when written, at most so many when read.</summary>
internal sealed class NumberElement(TimeField field, int minDigits, int maxDigits) : PatternElement
{
    public override void Write(CivilTime time, StringBuilder text) =>
        text.Append(time[field].ToString(CultureInfo.InvariantCulture).PadLeft(minDigits, '0'));

    public override bool TryRead(string text, ref int position, ParsedTime time)
    {
        if (!TryReadDigits(text, ref position, maxDigits, out var number))
        {
            return false;
        }

        time[field] = number;
        return true;
    }
}

/// <summary>The last two digits of a year; they are read as 1970 to 2069.</summary>
internal sealed class ShortYearElement(TimeField field) : PatternElement
{
    public override void Write(CivilTime time, StringBuilder text) =>
        text.Append((time[field] % 100).ToString("D2", CultureInfo.InvariantCulture));

    public override bool TryRead(string text, ref int position, ParsedTime time)
    {
        var start = position;
        if (!TryReadDigits(text, ref position, 2, out var number) || position - start != 2)
        {
            return false;
        }

        time[field] = number + (number < 70 ? 2000 : 1900);
        return true;
    }
}

/// <summary>The fraction of the second: so many digits when written, at most so many when read.</summary>
internal sealed class FractionElement(int writtenDigits, int maxDigits) : PatternElement
{
    private const int NanoDigits = 9;

    public override void Write(CivilTime time, StringBuilder text)
    {
        var digits = time.Fraction.ToString("D9", CultureInfo.InvariantCulture);
        text.Append(digits.PadRight(writtenDigits, '0').AsSpan(0, writtenDigits));
    }

    public override bool TryRead(string text, ref int position, ParsedTime time)
    {
        var start = position;
        if (!TryReadDigits(text, ref position, Math.Min(maxDigits, NanoDigits), out var number))
        {
            return false;
        }

        for (var digits = position - start; digits < NanoDigits; digits++)
        {
            number *= 10;
        }

        time[TimeField.Fraction] = number;
        return true;
    }
}

/// <summary>
/// An English name of a month, a day of the week or a half of the day; full and short ones are read, in any case.
/// </summary>
internal sealed class NameElement(TimeField field, bool isShort) : PatternElement
{
    private static readonly DateTimeFormatInfo English = DateTimeFormatInfo.InvariantInfo;

    private readonly (string Full, string Short)[] _names = field switch
    {
        TimeField.Month => [.. English.MonthNames.Take(12).Zip(English.AbbreviatedMonthNames)],
        TimeField.DayOfWeek =>
            [.. Enumerable.Range(1, 7).Select(day => (English.DayNames[day % 7], English.AbbreviatedDayNames[day % 7]))],
        TimeField.Half => [("AM", "AM"), ("PM", "PM")],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private readonly int _first = field is TimeField.Half ? 0 : 1;

    public override void Write(CivilTime time, StringBuilder text)
    {
        var name = _names[time[field] - _first];
        text.Append(isShort ? name.Short : name.Full);
    }

    public override bool TryRead(string text, ref int position, ParsedTime time)
    {
        for (var index = 0; index < _names.Length; index++)
        {
            if (TryTake(text, ref position, _names[index].Full) || TryTake(text, ref position, _names[index].Short))
            {
                time[field] = index + _first;
                return true;
            }
        }

        return false;
    }

    private static bool TryTake(string text, ref int position, string name)
    {
        var fits = string.Compare(text, position, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0;
        position += fits ? name.Length : 0;
        return fits;
    }
}

/// <summary>A zone: written as UTC, in which all times are; read as a name or an offset.</summary>
internal sealed class ZoneElement(string utc, bool readsNames, bool readsOffsets) : PatternElement
{
    public override void Write(CivilTime time, StringBuilder text) => text.Append(utc);

    public override bool TryRead(string text, ref int position, ParsedTime time)
    {
        time.Zone = (readsOffsets ? ZoneNames.ReadOffset(text, ref position) : null)
            ?? (readsNames ? ZoneNames.ReadName(text, ref position) : null);
        return time.Zone is not null;
    }
}
