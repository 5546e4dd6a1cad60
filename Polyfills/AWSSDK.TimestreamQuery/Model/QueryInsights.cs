namespace Amazon.TimestreamQuery.Model;

/// <summary>Whether a query reports how well it was pruned.</summary>
public partial class QueryInsights
{
    /// <summary>On or off.</summary>
    public QueryInsightsMode Mode { get; set; }
}
