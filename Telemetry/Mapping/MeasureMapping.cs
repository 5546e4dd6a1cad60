namespace TelemetryAspire.Telemetry;

/// <summary>A path whose value is a measure. An item of <c>Telemetry:Mapping:Measures</c>.</summary>
public sealed class MeasureMapping
{
    /// <summary>The path: see <see cref="MappingOptions"/>. A null there means the measure was not taken.</summary>
    public string Path { get; set; } = "";

    /// <summary>The measure's name in Timestream; not for a path with <c>*</c>.</summary>
    /// <value>The default is the last name of the path, or for a path with <c>*</c> the member's own name.</value>
    public string? Name { get; set; }

    /// <summary>The measure's type in Timestream.</summary>
    /// <value>The default is <see cref="MeasureType.Double"/>.</value>
    public MeasureType Type { get; set; } = MeasureType.Double;
}
