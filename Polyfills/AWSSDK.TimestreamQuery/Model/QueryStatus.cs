namespace Amazon.TimestreamQuery.Model;

/// <summary>Progress and cost of a query.</summary>
public partial class QueryStatus
{
    /// <summary>Bytes that are paid for.</summary>
    public long? CumulativeBytesMetered { get; set; }

    /// <summary>Bytes that were read.</summary>
    public long? CumulativeBytesScanned { get; set; }

    /// <summary>How far the query is, 0 to 100.</summary>
    public double? ProgressPercentage { get; set; }
}
