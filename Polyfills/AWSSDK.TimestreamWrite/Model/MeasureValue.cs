namespace Amazon.TimestreamWrite.Model;

public partial class MeasureValue
{
    public string Name { get; set; }

    public MeasureValueType Type { get; set; }

    public string Value { get; set; }
}
