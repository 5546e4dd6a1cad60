using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>Reads zones: <c>Z</c>, <c>+0530</c>, <c>PST</c>, <c>Europe/Berlin</c>.</summary>
internal static partial class ZoneNames
{
    /// <summary>The short names that Joda-Time reads, and their zones.</summary>
    private static readonly (string Name, string Zone)[] Short =
    [
        ("EST", "America/New_York"), ("EDT", "America/New_York"),
        ("CST", "America/Chicago"), ("CDT", "America/Chicago"),
        ("MST", "America/Denver"), ("MDT", "America/Denver"),
        ("PST", "America/Los_Angeles"), ("PDT", "America/Los_Angeles"),
    ];

    private static readonly FixedOffset Utc = new(TimeSpan.Zero);

    /// <summary>Reads an offset; null when there is none at the position.</summary>
    public static ITimeOffset? ReadOffset(string text, ref int position)
    {
        var match = Offset().Match(text, position);
        if (!match.Success)
        {
            return null;
        }

        position += match.Length;
        return ToOffset(match);
    }

    /// <summary>Reads a short name or the name of a zone; null when there is none at the position.</summary>
    public static ITimeOffset? ReadName(string text, ref int position)
    {
        var name = Name().Match(text, position).Value;
        if (name.Length == 0)
        {
            return null;
        }

        ITimeOffset? zone = name.ToUpperInvariant() is "UTC" or "UT" or "GMT" or "Z"
            ? Utc
            : Find(Array.Find(Short, item => item.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Zone ?? name);
        position += zone is null ? 0 : name.Length;
        return zone;
    }

    private static ZoneOffset? Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? new ZoneOffset(zone) : null;

    private static FixedOffset ToOffset(Match match)
    {
        if (match.Groups["hours"] is not { Success: true } hours)
        {
            return Utc;
        }

        var minutes = match.Groups["minutes"] is { Success: true } found ? found.Value : "0";
        var offset = new TimeSpan(
            int.Parse(hours.Value, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return new FixedOffset(match.Value[0] == '-' ? -offset : offset);
    }

    [GeneratedRegex(@"\G(?:[Zz]|[+-](?<hours>0\d|1[0-8])(?::?(?<minutes>[0-5]\d))?)", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"\G[A-Za-z][\w/+-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
