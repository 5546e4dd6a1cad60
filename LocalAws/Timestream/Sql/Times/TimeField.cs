namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>A part of a time that a pattern can hold.</summary>
internal enum TimeField
{
    Century,
    Year,

    /// <summary>The year of the ISO week.</summary>
    WeekYear,
    Month,

    /// <summary>The ISO week.</summary>
    Week,
    Day,
    DayOfYear,

    /// <summary>Monday is 1.</summary>
    DayOfWeek,

    /// <summary>0 in the morning, 1 after noon.</summary>
    Half,
    Hour,

    /// <summary>1 to 24, where 24 is midnight.</summary>
    HourFrom1,

    /// <summary>0 to 11.</summary>
    HourOfHalf,

    /// <summary>1 to 12.</summary>
    HourOfHalfFrom1,
    Minute,
    Second,

    /// <summary>Nanoseconds of the second.</summary>
    Fraction,
}
