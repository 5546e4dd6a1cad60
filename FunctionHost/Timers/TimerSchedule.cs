using System.Globalization;
using Cronos;

namespace TelemetryAspire.FunctionHost.Timers;

/// <summary>When a timer function is due: a cron expression or a fixed interval.</summary>
internal sealed class TimerSchedule
{
    private readonly CronExpression? _cron;
    private readonly TimeSpan _interval;

    private TimerSchedule(string text, CronExpression? cron, TimeSpan interval)
    {
        Text = text;
        _cron = cron;
        _interval = interval;
    }

    /// <summary>The schedule as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a schedule; false when <paramref name="text"/> is neither form.</summary>
    public static bool TryParse(string text, out TimerSchedule? schedule)
    {
        // "00:00:05" is an interval; "*/5 * * * * *" is cron with seconds. Only an interval has a colon and no space.
        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            schedule = TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval)
                && interval > TimeSpan.Zero
                ? new TimerSchedule(text, cron: null, interval)
                : null;
            return schedule is not null;
        }

        schedule = CronExpression.TryParse(text, CronFormat.IncludeSeconds, out var cron)
            ? new TimerSchedule(text, cron, interval: default)
            : null;
        return schedule is not null;
    }

    /// <summary>The first occurrence after <paramref name="time"/>; null when there is none any more.</summary>
    public DateTimeOffset? Next(DateTimeOffset time) =>
        _cron is null ? time + _interval : _cron.GetNextOccurrence(time, TimeZoneInfo.Utc);
}
