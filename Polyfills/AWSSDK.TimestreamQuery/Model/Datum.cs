namespace Amazon.TimestreamQuery.Model;

public partial class Datum
{
    public List<Datum> ArrayValue { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? NullValue { get; set; }

    public Row RowValue { get; set; }

    public string ScalarValue { get; set; }

    public List<TimeSeriesDataPoint> TimeSeriesValue { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
