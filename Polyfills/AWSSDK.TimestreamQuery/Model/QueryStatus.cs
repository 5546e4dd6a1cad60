namespace Amazon.TimestreamQuery.Model;

public partial class QueryStatus
{
    public long? CumulativeBytesMetered { get; set; }

    public long? CumulativeBytesScanned { get; set; }

    public double? ProgressPercentage { get; set; }
}
