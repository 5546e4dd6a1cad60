namespace TelemetryAspire.Telemetry;

/// <summary>What happens to readings that claim to come from the future. Section <c>Telemetry:Clock</c>.</summary>
public sealed class ClockOptions
{
    /// <summary>How far a reading's event time may be ahead of its arrival and still be taken as it is.</summary>
    /// <remarks>
    /// Timestream refuses times more than 15 minutes ahead of its own clock (Timestream developer guide, Quotas). A
    /// minute less keeps every reading that passes here acceptable there, whatever the writer's clock says.
    /// </remarks>
    /// <value>The default is 14 minutes; from zero to 15 minutes, unless <see cref="Ahead"/> is <c>Accept</c>.</value>
    public TimeSpan MaxLead { get; set; } = TimeSpan.FromMinutes(14);

    /// <summary>What is done with a reading further ahead than <see cref="MaxLead"/>.</summary>
    /// <value>The default is <see cref="AheadPolicy.Correct"/>.</value>
    public AheadPolicy Ahead { get; set; } = AheadPolicy.Correct;
}
