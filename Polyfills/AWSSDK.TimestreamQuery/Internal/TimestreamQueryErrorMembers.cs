namespace Amazon.TimestreamQuery.Internal;

/// <summary>What the service's errors carry beside code and message.</summary>
internal sealed class TimestreamQueryErrorMembers
{
    /// <summary>The scheduled query that was not found.</summary>
    public string ScheduledQueryArn { get; set; }
}
