namespace Amazon.TimestreamQuery.Model;

public partial class QueryTemporalRange
{
    public QueryTemporalRangeMax Max { get; set; }
}
