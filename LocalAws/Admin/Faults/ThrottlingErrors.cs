namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>How each service says that it is called too often.</summary>
internal static class ThrottlingErrors
{
    private const string RateExceeded = "Rate exceeded";

    /// <summary>The calls that a shard's throughput limits; the others have limits of calls per second.</summary>
    private static readonly HashSet<string> ShardCalls =
        ["PutRecord", "PutRecords", "GetRecords", "GetShardIterator"];

    /// <summary>The error of an operation such as <c>Kinesis.PutRecords</c>.</summary>
    public static InjectedError Of(string operation)
    {
        var (service, call) = OperationNames.Split(operation);
        return service switch
        {
            "Kinesis" when ShardCalls.Contains(call) =>
                new("ProvisionedThroughputExceededException", RateExceeded, 400),
            "Kinesis" => new("LimitExceededException", RateExceeded, 400),
            "Firehose" when call is "PutRecord" or "PutRecordBatch" =>
                new("ServiceUnavailableException", "Slow down.", 503),
            "Timestream" => new("ThrottlingException", "Request rate limit exceeded.", 400),
            "S3" => new("SlowDown", "Please reduce your request rate.", 503),
            "CloudFormation" or "STS" => new("Throttling", RateExceeded, 400),
            _ => new("ThrottlingException", RateExceeded, 400),
        };
    }
}
