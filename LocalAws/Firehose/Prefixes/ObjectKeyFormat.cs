using System.Globalization;

namespace TelemetryAspire.LocalAws.Firehose.Prefixes;

/// <summary>Names the objects of a delivery stream.</summary>
/// <param name="streamName">The delivery stream.</param>
/// <param name="prefix">The prefix it was created with; may be empty.</param>
/// <param name="timeZone">The time zone of timestamp expressions.</param>
/// <param name="extension">What keys end in, for example <c>.gz</c>; may be empty.</param>
internal sealed class ObjectKeyFormat(string streamName, string prefix, TimeZoneInfo timeZone, string extension)
{
    /// <summary>The version of a delivery stream that was never updated.</summary>
    public const string StreamVersion = "1";

    private const string DefaultTimestamp = "yyyy/MM/dd/HH/";

    private readonly PrefixTemplate _template = Complete(prefix);

    /// <summary>Makes the key of an object.</summary>
    /// <param name="arrival">Arrival of its oldest record.</param>
    /// <param name="id">Makes the key unique.</param>
    public string Format(DateTimeOffset arrival, Guid id)
    {
        var local = TimeZoneInfo.ConvertTime(arrival, timeZone);
        var time = local.ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture);
        return $"{_template.Evaluate(local, "")}{streamName}-{StreamVersion}-{time}-{id}{extension}";
    }

    // A prefix without a timestamp gets one, and no slash before it.
    private static PrefixTemplate Complete(string prefix)
    {
        var template = PrefixTemplate.Parse(prefix);
        return template.HasTimestamp ? template : PrefixTemplate.Parse($"{prefix}!{{timestamp:{DefaultTimestamp}}}");
    }
}
