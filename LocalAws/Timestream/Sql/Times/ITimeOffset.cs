namespace TelemetryAspire.LocalAws.Timestream.Sql.Times;

/// <summary>How far a zone's clocks are ahead of UTC.</summary>
internal interface ITimeOffset
{
    TimeSpan At(DateTime local);
}

/// <summary>The same at all times: <c>+05:00</c>.</summary>
internal sealed record FixedOffset(TimeSpan Offset) : ITimeOffset
{
    public TimeSpan At(DateTime local) => Offset;
}

/// <summary>A zone with summer time, after the machine's time zone database.</summary>
internal sealed record ZoneOffset(TimeZoneInfo Zone) : ITimeOffset
{
    /// <summary>Of two times with the same text, when clocks are put back, the earlier.</summary>
    public TimeSpan At(DateTime local) =>
        Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
}
