using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.Telemetry;

/// <summary>Decides what a reading's time is when the device's clock is ahead.</summary>
/// <remarks>
/// It compares the reading's time with its arrival and with nothing else, least of all with the clock of whoever asks:
/// the same record gives the same rows however often and however late it is read.
/// </remarks>
public sealed class ClockPolicy
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <summary>From here on a lead says that the device's clock is wrong, not that the network is fast.</summary>
    private const long NotableLeadNanoseconds = 1_000 * NanosecondsPerMillisecond;

    private readonly AheadPolicy _ahead;
    private readonly TimeSpan _maxLead;
    private readonly long _maxLeadNanoseconds;

    /// <summary>Makes the configured policy.</summary>
    public ClockPolicy(IOptions<TelemetryOptions> options)
        : this(options.Value.Clock)
    {
    }

    /// <summary>Makes a policy.</summary>
    public ClockPolicy(ClockOptions options)
    {
        _ahead = options.Ahead;
        _maxLead = options.MaxLead;
        _maxLeadNanoseconds = options.MaxLead.Ticks * TimeSpan.NanosecondsPerTick;
    }

    /// <summary>Applies the policy to a reading.</summary>
    /// <param name="reading">The reading as its device meant it.</param>
    /// <param name="arrival">When the stream took its record in.</param>
    /// <param name="stamp">The record's arrival stamp.</param>
    /// <param name="accepted">
    /// The reading to write. Ahead by more than a second, or corrected, it also has the measure <c>clock_offset_ms</c>:
    /// event time minus arrival in milliseconds, from which the device's own time can be told also after a correction.
    /// </param>
    /// <param name="failure">Why it is not to be written, under <see cref="AheadPolicy.DeadLetter"/>.</param>
    /// <returns>Whether the reading is to be written.</returns>
    public bool TryApply(
        TelemetryReading reading,
        DateTimeOffset arrival,
        ArrivalStamp stamp,
        [NotNullWhen(true)] out TelemetryReading? accepted,
        [NotNullWhen(false)] out MappingFailure? failure)
    {
        failure = null;
        accepted = reading;
        var lead = reading.TimeNanoseconds - (arrival.ToUnixTimeMilliseconds() * NanosecondsPerMillisecond);
        if (lead <= NotableLeadNanoseconds && lead <= _maxLeadNanoseconds)
        {
            return true;
        }

        var isAhead = lead > _maxLeadNanoseconds;
        if (isAhead && _ahead == AheadPolicy.DeadLetter)
        {
            accepted = null;
            failure = new(
                MappingFailureReason.ClockAhead,
                $"The time is {InMilliseconds(lead)} ms after arrival; Telemetry:Clock:MaxLead allows {_maxLead}.");
            return false;
        }

        var isCorrected = isAhead && _ahead == AheadPolicy.Correct;
        accepted = reading with
        {
            TimeNanoseconds = isCorrected ? stamp.Value : reading.TimeNanoseconds,
            IsCorrected = isCorrected,
            Measures = isCorrected || lead > NotableLeadNanoseconds
                ? [.. reading.Measures, new(TimestreamNames.ClockOffset, InMilliseconds(lead), MeasureType.Double)]
                : reading.Measures,
        };
        return true;
    }

    private static string InMilliseconds(long nanoseconds) =>
        ((decimal)nanoseconds / NanosecondsPerMillisecond).ToString(CultureInfo.InvariantCulture);
}
