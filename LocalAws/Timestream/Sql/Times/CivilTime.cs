using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>A time of UTC, in the parts in which people write it.</summary>
internal readonly struct CivilTime
{
    private readonly DateTime _seconds;

    public CivilTime(long nanos)
    {
        var (seconds, fraction) = Math.DivRem(nanos, TimeSql.NanosPerSecond);
        if (fraction < 0)
        {
            (seconds, fraction) = (seconds - 1, fraction + TimeSql.NanosPerSecond);
        }

        _seconds = DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
        Fraction = (int)fraction;
    }

    /// <summary>Nanoseconds of the second.</summary>
    public int Fraction { get; }

    /// <summary>The number of a field.</summary>
    public int this[TimeField field] => field switch
    {
        TimeField.Century => _seconds.Year / 100,
        TimeField.Year => _seconds.Year,
        TimeField.WeekYear => ISOWeek.GetYear(_seconds),
        TimeField.Month => _seconds.Month,
        TimeField.Week => ISOWeek.GetWeekOfYear(_seconds),
        TimeField.Day => _seconds.Day,
        TimeField.DayOfYear => _seconds.DayOfYear,
        TimeField.DayOfWeek => _seconds.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)_seconds.DayOfWeek,
        TimeField.Half => _seconds.Hour / 12,
        TimeField.Hour => _seconds.Hour,
        TimeField.HourFrom1 => _seconds.Hour == 0 ? 24 : _seconds.Hour,
        TimeField.HourOfHalf => _seconds.Hour % 12,
        TimeField.HourOfHalfFrom1 => _seconds.Hour % 12 == 0 ? 12 : _seconds.Hour % 12,
        TimeField.Minute => _seconds.Minute,
        TimeField.Second => _seconds.Second,
        TimeField.Fraction => Fraction,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}
