using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>The text forms of times of day and intervals.</summary>
internal static class TimeTexts
{
    private const long SecondsPerHour = 3600;

    /// <summary>A time of day: <c>17:02:07.496000000</c>.</summary>
    public static string TimeOfDay(long nanos)
    {
        var (seconds, fraction) = Math.DivRem(nanos, TimeSql.NanosPerSecond);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds / SecondsPerHour:D2}:{seconds % SecondsPerHour / 60:D2}:{seconds % 60:D2}.{fraction:D9}");
    }

    /// <summary>Days and a time: <c>1 21:00:00.000000000</c>.</summary>
    public static string DayInterval(long nanos)
    {
        var (days, rest) = Int128.DivRem(Int128.Abs(nanos), TimeSql.NanosPerDay);
        return string.Create(CultureInfo.InvariantCulture, $"{(nanos < 0 ? "-" : "")}{days} {TimeOfDay((long)rest)}");
    }

    /// <summary>Years and months: <c>2-7</c>.</summary>
    public static string MonthInterval(long months)
    {
        var (years, rest) = Math.DivRem(Math.Abs(months), 12);
        return string.Create(CultureInfo.InvariantCulture, $"{(months < 0 ? "-" : "")}{years}-{rest}");
    }
}
