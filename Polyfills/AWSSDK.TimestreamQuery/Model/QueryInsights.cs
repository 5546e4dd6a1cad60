namespace Amazon.TimestreamQuery.Model;

public partial class QueryInsights
{
    public QueryInsightsMode Mode { get; set; }
}
