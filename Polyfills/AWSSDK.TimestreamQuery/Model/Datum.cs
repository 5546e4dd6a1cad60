namespace Amazon.TimestreamQuery.Model;

/// <summary>One value of a result: exactly one of its members is set.</summary>
public partial class Datum
{
    /// <summary>The elements of an array.</summary>
    public List<Datum> ArrayValue { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>True for NULL.</summary>
    public bool? NullValue { get; set; }

    /// <summary>The fields of a row value.</summary>
    public Row RowValue { get; set; }

    /// <summary>A scalar, as text.</summary>
    public string ScalarValue { get; set; }

    /// <summary>The points of a time series.</summary>
    public List<TimeSeriesDataPoint> TimeSeriesValue { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
