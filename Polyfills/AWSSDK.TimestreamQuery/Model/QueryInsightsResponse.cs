namespace Amazon.TimestreamQuery.Model;

/// <summary>How well a query was pruned, and what it produced.</summary>
public partial class QueryInsightsResponse
{
    /// <summary>Size of the result in bytes.</summary>
    public long? OutputBytes { get; set; }

    /// <summary>Rows of the result.</summary>
    public long? OutputRows { get; set; }

    /// <summary>How much of the partition space was touched.</summary>
    public QuerySpatialCoverage QuerySpatialCoverage { get; set; }

    /// <summary>How many tables were touched.</summary>
    public long? QueryTableCount { get; set; }

    /// <summary>How much time was touched.</summary>
    public QueryTemporalRange QueryTemporalRange { get; set; }

    /// <summary>Partitions an UNLOAD wrote.</summary>
    public long? UnloadPartitionCount { get; set; }

    /// <summary>Bytes an UNLOAD wrote.</summary>
    public long? UnloadWrittenBytes { get; set; }

    /// <summary>Rows an UNLOAD wrote.</summary>
    public long? UnloadWrittenRows { get; set; }
}
