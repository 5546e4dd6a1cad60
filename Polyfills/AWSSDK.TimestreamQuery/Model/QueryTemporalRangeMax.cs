namespace Amazon.TimestreamQuery.Model;

/// <summary>The table of which a query touched the longest time.</summary>
public partial class QueryTemporalRangeMax
{
    /// <summary>ARN of the table.</summary>
    public string TableArn { get; set; }

    /// <summary>The time that was touched, in nanoseconds.</summary>
    public long? Value { get; set; }
}
