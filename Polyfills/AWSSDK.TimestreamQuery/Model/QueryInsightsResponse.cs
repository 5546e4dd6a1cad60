namespace Amazon.TimestreamQuery.Model;

public partial class QueryInsightsResponse
{
    public long? OutputBytes { get; set; }

    public long? OutputRows { get; set; }

    public QuerySpatialCoverage QuerySpatialCoverage { get; set; }

    public long? QueryTableCount { get; set; }

    public QueryTemporalRange QueryTemporalRange { get; set; }

    public long? UnloadPartitionCount { get; set; }

    public long? UnloadWrittenBytes { get; set; }

    public long? UnloadWrittenRows { get; set; }
}
