namespace Amazon.TimestreamQuery.Model;

/// <summary>How much of the partition space a query touched.</summary>
public partial class QuerySpatialCoverage
{
    /// <summary>The table of which most was touched.</summary>
    public QuerySpatialCoverageMax Max { get; set; }
}
