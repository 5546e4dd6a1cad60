namespace Amazon.TimestreamQuery.Model;

public partial class Endpoint
{
    public string Address { get; set; }

    public long? CachePeriodInMinutes { get; set; }
}
