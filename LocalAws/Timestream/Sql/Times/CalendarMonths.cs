using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>Differences of times in calendar months.</summary>
internal static class CalendarMonths
{
    /// <summary>
    /// The months that have passed from one time to the other, to the nanosecond; negative when it comes before.
    /// </summary>
    /// <remarks>
    /// A month after the 31st has passed on the last day of a shorter month: adding it leads there. Source: Joda-Time.
    /// </remarks>
    public static long Between(long from, long to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var (start, end) = (new CivilTime(from), new CivilTime(to));
        var years = end[TimeField.Year] - start[TimeField.Year];
        var months = (years * 12L) + end[TimeField.Month] - start[TimeField.Month];
        var lastDay = DateTime.DaysInMonth(end[TimeField.Year], end[TimeField.Month]);
        var startOfMonth = (Math.Min(start[TimeField.Day], lastDay), TimeOfDay(from));
        return startOfMonth.CompareTo((end[TimeField.Day], TimeOfDay(to))) > 0 ? months - 1 : months;
    }

    private static long TimeOfDay(long nanos)
    {
        var rest = nanos % TimeSql.NanosPerDay;
        return rest < 0 ? rest + TimeSql.NanosPerDay : rest;
    }
}
