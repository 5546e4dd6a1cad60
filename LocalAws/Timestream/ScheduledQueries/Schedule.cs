using System.Globalization;
using System.Text.RegularExpressions;
using Cronos;

namespace TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

/// <summary>When a scheduled query runs: <c>rate(5 minutes)</c> or <c>cron(0/30 8 ? * MON-FRI *)</c>, in UTC.</summary>
internal sealed partial class Schedule
{
    /// <summary>The years that the sixth field can name.</summary>
    private const int FirstYear = 1970;

    private const int LastYear = 2199;

    private readonly DateTimeOffset _created;
    private readonly TimeSpan _rate;
    private readonly CronExpression? _cron;
    private readonly HashSet<int>? _years;

    private Schedule(DateTimeOffset created, TimeSpan rate, CronExpression? cron, HashSet<int>? years)
    {
        _created = created;
        _rate = rate;
        _cron = cron;
        _years = years;
    }

    /// <summary>Reads an expression; null when it is none.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="created">When the query was created: a rate counts from then.</param>
    public static Schedule? Read(string expression, DateTimeOffset created)
    {
        if (Rate().Match(expression) is { Success: true } rate)
        {
            return ReadRate(rate, created);
        }

        return Cron().Match(expression) is { Success: true } cron
            && cron.Groups["fields"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 6 } fields
                ? ReadCron(fields, created)
                : null;
    }

    /// <summary>The first time after another; null when there is none any more.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        if (_cron is null)
        {
            var passed = Math.Max(0, (after - _created).Ticks);
            return _created + (_rate * ((passed / _rate.Ticks) + 1));
        }

        var from = after;
        while (_cron.GetNextOccurrence(from, TimeZoneInfo.Utc) is { } next)
        {
            if (_years is null || _years.Contains(next.Year))
            {
                return next;
            }

            var year = next.Year + 1;
            while (year <= LastYear && !_years.Contains(year))
            {
                year++;
            }

            if (year > LastYear)
            {
                return null;
            }

            from = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(-1);
        }

        return null;
    }

    private static Schedule? ReadRate(Match rate, DateTimeOffset created)
    {
        if (!int.TryParse(rate.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || (number == 1) == rate.Groups["plural"].Success)
        {
            return null;
        }

        var unit = rate.Groups["unit"].Value switch
        {
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
        return number <= TimeSpan.FromDays(36_500) / unit ? new Schedule(created, unit * number, cron: null, years: null) : null;
    }

    /// <summary>Minutes, hours, day of month, month, day of week, year; exactly one of the two days is '?'.</summary>
    private static Schedule? ReadCron(string[] fields, DateTimeOffset created)
    {
        var (dayOfMonth, dayOfWeek) = (fields[2], fields[4]);
        if ((dayOfMonth == "?") == (dayOfWeek == "?") || dayOfWeek.Count(character => character == '#') > 1)
        {
            return null;
        }

        if (!TryReadYears(fields[5], out var years))
        {
            return null;
        }

        var text = string.Join(' ', fields[0], fields[1], dayOfMonth, fields[3], DaysOfWeek(dayOfWeek));
        return CronExpression.TryParse(text, CronFormat.Standard, out var cron)
            ? new Schedule(created, rate: default, cron, years)
            : null;
    }

    /// <summary>AWS counts the days of the week from 1, Sunday; a lone L is the last of them.</summary>
    private static string DaysOfWeek(string field) => field == "L"
        ? "SAT"
        : Day().Replace(field, match => ((int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) + 6) % 7)
            .ToString(CultureInfo.InvariantCulture));

    private static bool TryReadYears(string field, out HashSet<int>? years)
    {
        years = null;
        if (field == "*")
        {
            return true;
        }

        years = [];
        foreach (var part in field.Split(','))
        {
            if (Years().Match(part) is not { Success: true } match)
            {
                return false;
            }

            var all = match.Groups["all"].Success;
            var first = all ? FirstYear : Number(match, "first");
            var step = match.Groups["step"].Success ? Number(match, "step") : 1;
            var last = match.Groups["last"].Success ? Number(match, "last")
                : all || match.Groups["step"].Success ? LastYear
                : first;
            if (first < FirstYear || last > LastYear || first > last || step < 1)
            {
                return false;
            }

            for (var year = first; year <= last; year += step)
            {
                years.Add(year);
            }
        }

        return true;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^rate\(\s*(?<number>\d{1,9})\s+(?<unit>minute|hour|day)(?<plural>s)?\s*\)\z")]
    private static partial Regex Rate();

    [GeneratedRegex(@"^cron\((?<fields>[^()]*)\)\z")]
    private static partial Regex Cron();

    /// <summary>A day's number, but not that of an occurrence behind '#' or a step behind '/'.</summary>
    [GeneratedRegex(@"(?<![#/\d])[1-7](?!\d)")]
    private static partial Regex Day();

    [GeneratedRegex(@"^((?<all>\*)|(?<first>\d{4})(-(?<last>\d{4}))?)(/(?<step>\d{1,4}))?\z")]
    private static partial Regex Years();
}
