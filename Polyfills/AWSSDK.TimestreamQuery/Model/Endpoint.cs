namespace Amazon.TimestreamQuery.Model;

/// <summary>A host to send queries to.</summary>
public partial class Endpoint
{
    /// <summary>Host name, or a whole URL.</summary>
    public string Address { get; set; }

    /// <summary>How long the host may be used before it has to be asked for again, in minutes.</summary>
    public long? CachePeriodInMinutes { get; set; }
}
