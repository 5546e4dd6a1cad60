namespace Amazon.TimestreamQuery.Model;

/// <summary>How much time a query touched.</summary>
public partial class QueryTemporalRange
{
    /// <summary>The table of which the longest time was touched.</summary>
    public QueryTemporalRangeMax Max { get; set; }
}
