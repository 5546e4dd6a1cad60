namespace TelemetryAspire.Telemetry;

/// <summary>A path whose value is a dimension. An item of <c>Telemetry:Mapping:Dimensions</c>.</summary>
public sealed class DimensionMapping
{
    /// <summary>The path: see <see cref="MappingOptions"/>. Its value is a text, a number or a boolean.</summary>
    public string Path { get; set; } = "";

    /// <summary>The dimension's name in Timestream; not for a path with <c>*</c>.</summary>
    /// <value>The default is the last name of the path, or for a path with <c>*</c> the member's own name.</value>
    public string? Name { get; set; }

    /// <summary>
    /// Whether a record without it (absent, null or empty) is refused. Without a part of its identity a reading would
    /// end in another series, where it could replace another device's.
    /// </summary>
    /// <value>The default is <c>true</c>. A path with <c>*</c> requires only that what is there has a value.</value>
    public bool Required { get; set; } = true;
}
