namespace Amazon.TimestreamQuery.Model;

/// <summary>One point of a time series value.</summary>
public partial class TimeSeriesDataPoint
{
    /// <summary>When, as text.</summary>
    public string Time { get; set; }

    /// <summary>What.</summary>
    public Datum Value { get; set; }
}
