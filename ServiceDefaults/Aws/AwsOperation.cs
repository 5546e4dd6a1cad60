namespace TelemetryAspire.ServiceDefaults;

/// <summary>Tells from a request which AWS operation it carries.</summary>
internal static class AwsOperation
{
    /// <summary>Header of the JSON protocols: <c>Kinesis_20131202.PutRecords</c>, for one.</summary>
    private const string TargetHeader = "X-Amz-Target";

    /// <summary>Name of the operation, or null for the protocols that have none in a header (S3, query).</summary>
    internal static string? NameOf(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.TryGetValues(TargetHeader, out var targets))
        {
            return null;
        }

        var target = targets.ToString();
        return target[(target.LastIndexOf('.') + 1)..];
    }

    /// <summary>Time one attempt may take; infinite where the answer is a subscription.</summary>
    internal static TimeSpan AttemptTimeoutOf(HttpRequestMessage request, AwsClientOptions options) =>
        NameOf(request) switch
        {
            "SubscribeToShard" => Timeout.InfiniteTimeSpan,
            "Query" => options.QueryAttemptTimeout,
            null => options.ObjectAttemptTimeout,
            _ => options.AttemptTimeout,
        };

    /// <summary>Whether the answer is one small document, which can be read whole within the attempt.</summary>
    internal static bool AnswersWithDocument(HttpRequestMessage request) =>
        NameOf(request) is not (null or "SubscribeToShard");
}
