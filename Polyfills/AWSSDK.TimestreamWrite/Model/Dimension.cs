namespace Amazon.TimestreamWrite.Model;

/// <summary>Metadata of a record, such as the device it came from.</summary>
public partial class Dimension
{
    /// <summary>Type of the value; VARCHAR is the only one.</summary>
    public DimensionValueType DimensionValueType { get; set; }

    /// <summary>Name of the dimension, at most 60 bytes.</summary>
    public string Name { get; set; }

    /// <summary>Value of the dimension.</summary>
    public string Value { get; set; }
}
