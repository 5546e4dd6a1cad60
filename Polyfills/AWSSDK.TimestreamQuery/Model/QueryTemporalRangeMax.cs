namespace Amazon.TimestreamQuery.Model;

public partial class QueryTemporalRangeMax
{
    public string TableArn { get; set; }

    public long? Value { get; set; }
}
