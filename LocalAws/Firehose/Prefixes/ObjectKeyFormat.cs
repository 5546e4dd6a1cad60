using System.Globalization;

namespace TelemetryAspire.LocalAws.Firehose.Prefixes;

/// <summary>Names the objects of a delivery stream.</summary>
/// <param name="streamName">The delivery stream.</param>
/// <param name="streamVersion">Its version.</param>
/// <param name="prefix">What keys begin with.</param>
/// <param name="timeZone">The time zone of all times in keys.</param>
/// <param name="extension">What keys end in, for example <c>.gz</c>; may be empty.</param>
internal sealed class ObjectKeyFormat(
    string streamName,
    int streamVersion,
    PrefixTemplate prefix,
    TimeZoneInfo timeZone,
    string extension)
{
    /// <summary>Makes the key of an object.</summary>
    /// <param name="arrival">Arrival of its oldest record.</param>
    /// <param name="id">Makes the key unique.</param>
    public string Format(DateTimeOffset arrival, Guid id)
    {
        var local = TimeZoneInfo.ConvertTime(arrival, timeZone);
        var time = local.ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix.Evaluate(arrival, timeZone)}{streamName}-{streamVersion}-{time}-{id}{extension}");
    }
}
