namespace Amazon.TimestreamWrite.Model;

public partial class Record
{
    public List<Dimension> Dimensions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string MeasureName { get; set; }

    public string MeasureValue { get; set; }

    public MeasureValueType MeasureValueType { get; set; }

    public List<MeasureValue> MeasureValues { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string Time { get; set; }

    public TimeUnit TimeUnit { get; set; }

    public long? Version { get; set; }
}
