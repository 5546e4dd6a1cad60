namespace Amazon.TimestreamQuery.Model;

public partial class QuerySpatialCoverage
{
    public QuerySpatialCoverageMax Max { get; set; }
}
