namespace Amazon.TimestreamWrite.Model;

public partial class Dimension
{
    public DimensionValueType DimensionValueType { get; set; }

    public string Name { get; set; }

    public string Value { get; set; }
}
