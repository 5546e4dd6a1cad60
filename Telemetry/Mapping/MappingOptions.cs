namespace TelemetryAspire.Telemetry;

/// <summary>
/// How the members of a JSON record become time, dimensions and measures. Section <c>Telemetry:Mapping</c>.
/// </summary>
/// <remarks>
/// <para>
/// Left empty, it is the wire contract: <c>time</c> is the event time in milliseconds or in the unit that
/// <c>timeunit</c> names, members ending <c>_measure</c> are measures of type double, every other member is a
/// dimension.
/// </para>
/// <para>
/// A path is a member's name (<c>device_id</c>) or a JSON path from the root (<c>$.data.temp</c>,
/// <c>$.data['outside.temp']</c>). Its last name may hold <c>*</c>, which stands for any characters (<c>$.data.*</c>,
/// <c>*_measure</c>). Names match in any case. A member that several paths match goes to the exact one, else to the
/// pattern with the most characters besides <c>*</c>, measures before dimensions. A member that no path matches is left
/// out.
/// </para>
/// </remarks>
public sealed class MappingOptions
{
    /// <summary>Where the event time is, and its unit.</summary>
    public TimeMapping Time { get; set; } = new();

    /// <summary>What names the series: the device, its place, its model.</summary>
    /// <value>The default, when none is configured, is every member that is nothing else: <c>*</c>.</value>
    public IReadOnlyList<DimensionMapping>? Dimensions { get; set; }

    /// <summary>What was measured.</summary>
    /// <value>The default, when none is configured, is every member ending <c>_measure</c>, as a double.</value>
    public IReadOnlyList<MeasureMapping>? Measures { get; set; }

    /// <summary>
    /// Whether each measure is a Timestream record of its own, or all of a reading's measures are one.
    /// </summary>
    /// <value>The default is <see cref="RecordForm.SingleMeasure"/>.</value>
    public RecordForm Records { get; set; } = RecordForm.SingleMeasure;

    /// <summary>The <c>measure_name</c> of multi-measure records; unused for single-measure records.</summary>
    /// <value>The default is <c>reading</c>.</value>
    public string MultiMeasureName { get; set; } = "reading";

    /// <summary>
    /// The path of a W3C <c>traceparent</c>, for producers that put their trace context into the record. The trace of
    /// the write then links to it. A traceparent that cannot be read is left out: it says nothing about the reading.
    /// </summary>
    /// <value>The default is none.</value>
    public string? TraceParent { get; set; }
}
