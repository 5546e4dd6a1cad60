namespace Amazon.TimestreamQuery.Model;

public partial class TimeSeriesDataPoint
{
    public string Time { get; set; }

    public Datum Value { get; set; }
}
