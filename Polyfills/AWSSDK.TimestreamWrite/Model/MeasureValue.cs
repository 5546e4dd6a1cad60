namespace Amazon.TimestreamWrite.Model;

/// <summary>One measure of a multi-measure record.</summary>
public partial class MeasureValue
{
    /// <summary>Name of the measure.</summary>
    public string Name { get; set; }

    /// <summary>Type of the measure.</summary>
    public MeasureValueType Type { get; set; }

    /// <summary>Value of the measure, as text.</summary>
    public string Value { get; set; }
}
