using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>The fields that a pattern found in a text, put together.</summary>
internal sealed class ParsedTime
{
    /// <summary>
    /// The year of a date whose text names none: a leap year, so that each day exists. Source: Joda-Time.
    /// </summary>
    private const int YearOfDates = 2000;

    private static readonly int FieldCount = Enum.GetValues<TimeField>().Length;

    private readonly int?[] _fields = new int?[FieldCount];

    /// <summary>The zone the text names; UTC when it names none.</summary>
    public ITimeOffset? Zone { get; set; }

    public int? this[TimeField field]
    {
        private get => _fields[(int)field];
        set => _fields[(int)field] = value;
    }

    /// <summary>Nanoseconds since the epoch; null when there is no such time or it is out of range.</summary>
    public long? ToNanos()
    {
        if (ReadDate() is not { } date || !TimeRange.HoldsInSomeZone(date) || ReadHour() is not { } hour
            || !IsBelow(TimeField.Minute, 60) || !IsBelow(TimeField.Second, 60))
        {
            return null;
        }

        var local = date.ToDateTime(new TimeOnly(hour, this[TimeField.Minute] ?? 0, this[TimeField.Second] ?? 0));
        var offset = Zone?.At(local) ?? TimeSpan.Zero;
        return TimeRange.ToNanos(local - offset, this[TimeField.Fraction] ?? 0);
    }

    /// <summary>The date alone; null when there is no such date.</summary>
    public DateOnly? ReadDate()
    {
        var isWeekDate = this[TimeField.WeekYear] is not null || this[TimeField.Week] is not null;
        var date = isWeekDate ? ReadWeekDate() : ReadCalendarDate();
        var dayOfWeek = this[TimeField.DayOfWeek];
        return date is null || dayOfWeek is null || dayOfWeek % 7 == (int)date.Value.DayOfWeek ? date : null;
    }

    private bool IsBelow(TimeField field, int limit) => this[field] is null || this[field] < limit;

    private int? ReadHour()
    {
        var half = this[TimeField.Half] ?? 0;
        var hour = this[TimeField.Hour]
            ?? Modulo(TimeField.HourFrom1, 24)
            ?? ((this[TimeField.HourOfHalf] ?? Modulo(TimeField.HourOfHalfFrom1, 12)) is { } ofHalf
                ? ofHalf is >= 0 and < 12 ? ofHalf + (12 * half) : null
                : 12 * half);
        return hour is >= 0 and < 24 ? hour : null;
    }

    /// <summary>A clock that begins at 1 shows the limit for 0; -1 is no hour.</summary>
    private int? Modulo(TimeField field, int limit) =>
        this[field] is not { } value ? null : value >= 1 && value <= limit ? value % limit : -1;

    private DateOnly? ReadWeekDate()
    {
        var (year, week) = (this[TimeField.WeekYear] ?? YearOfDates, this[TimeField.Week] ?? 1);
        var day = this[TimeField.DayOfWeek] ?? 1;
        return year is >= 1 and < 9999 && day is >= 1 and <= 7 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7)))
            : null;
    }

    private DateOnly? ReadCalendarDate()
    {
        var isOfDay = this[TimeField.Month] is null && this[TimeField.Day] is null && this[TimeField.DayOfYear] is null;
        var year = this[TimeField.Year] ?? (isOfDay ? 1970 : YearOfDates);
        if (this[TimeField.Century] is { } century)
        {
            year = (century * 100) + (this[TimeField.Year] ?? 0) % 100;
        }

        if (year is < 1 or > 9999)
        {
            return null;
        }

        if (this[TimeField.DayOfYear] is { } dayOfYear)
        {
            return dayOfYear >= 1 && dayOfYear <= (DateTime.IsLeapYear(year) ? 366 : 365)
                ? new DateOnly(year, 1, 1).AddDays(dayOfYear - 1)
                : null;
        }

        var (month, day) = (this[TimeField.Month] ?? 1, this[TimeField.Day] ?? 1);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }
}
