namespace Amazon.TimestreamQuery.Internal;

/// <summary>What the service's errors carry beside code and message.</summary>
internal sealed class TimestreamQueryErrorMembers
{
    public string ScheduledQueryArn { get; set; }
}
