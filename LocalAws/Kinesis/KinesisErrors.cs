using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The errors of Kinesis, in its words.</summary>
internal static class KinesisErrors
{
    private const string Account = RequestContext.DefaultAccountId;

    public static AwsException StreamNotFound(string stream) =>
        new ResourceNotFoundException($"Stream {stream} under account {Account} not found.");

    public static AwsException ShardNotFound(string shard, string stream) =>
        new ResourceNotFoundException($"Shard {shard} in stream {stream} under account {Account} does not exist");

    public static AwsException ShardNotInStream(string shard, string stream) =>
        new ResourceNotFoundException($"Could not find shard {shard} in stream {stream} under account {Account}.");

    public static AwsException ShardNotOpen(string shard, string stream) => new(
        "ResourceInUseException",
        $"Shard {shard} in stream {stream} under account {Account} has already been merged or split, and thus is not "
        + "eligible for merging or splitting.");

    public static AwsException PolicyNotFound(string arn) =>
        new ResourceNotFoundException($"No resource policy found for resource ARN {arn}");

    public static AwsException StreamExists(string stream) =>
        new("ResourceInUseException", $"Stream {stream} under account {Account} already exists.");

    public static AwsException StreamHasConsumers(string stream) => new(
        "ResourceInUseException",
        $"Stream {stream} under account {Account} has registered consumers. Deregister them first, or set "
        + "EnforceConsumerDeletion to true.");

    public static AwsException ConsumerNotFound(string consumer) =>
        new ResourceNotFoundException($"Consumer {consumer}, account {Account} not found.");

    public static AwsException ConsumerExists(string consumer, string stream) => new(
        "ResourceInUseException",
        $"Consumer {consumer} under stream {stream} already exists for account {Account}.");

    public static AwsException ConsumerLimitExceeded(string stream, int streamLimit, int creatingLimit) => new(
        "LimitExceededException",
        $"Stream {stream} under account {Account} can have {streamLimit} consumers, and no more than {creatingLimit} "
        + "consumers of the account can be in status CREATING.");

    public static AwsException ConsumerNotActive(string consumer, long createdSeconds, string stream) => new(
        "ResourceInUseException",
        $"Consumer {consumer} with creation timestamp {createdSeconds} under stream: {stream} , account {Account} "
        + "is not in ACTIVE status.");

    public static AwsException SubscriptionExists(string stream, string shard, string consumer) => new(
        "ResourceInUseException",
        $"Another active subscription exists for this consumer: {Account}:{stream}:{shard}:{consumer}");

    public static AwsException SubscribeRateExceeded(string stream, string shard, string consumer) => new(
        "LimitExceededException",
        $"Rate exceeded for SubscribeToShard of consumer {Account}:{stream}:{shard}:{consumer}: "
        + "one call per second for each shard.");

    /// <summary>No KMS key can have this id.</summary>
    public static AwsException KeyNotFound(string keyId) => new(
        "KMSNotFoundException",
        $"Invalid keyId '{keyId}'. It is the id of a key, alias/ and a name, or the ARN of either.");

    /// <exception cref="AwsException">DryRunOperationException, when the request is one to be checked only.</exception>
    public static void ThrowIfDryRun(bool? dryRun)
    {
        if (dryRun == true)
        {
            throw new AwsException(
                "DryRunOperationException", "Request would have succeeded, but the DryRun parameter is set.");
        }
    }

    public static AwsException InvalidArgument(string message) => new("InvalidArgumentException", message);

    public static AwsException LimitExceeded(string message) => new("LimitExceededException", message);

    /// <summary>The stream's capacity mode does not have the operation or the parameter.</summary>
    public static AwsException WrongMode(string what, string mode, string stream) => AwsException.Validation(
        $"{what} is only supported for data streams with the {mode} capacity mode; stream {stream} under account "
        + $"{Account} has the other mode.");

    /// <summary>An operation was called too often in a second.</summary>
    /// <param name="stream">The stream of the call; null where it has none.</param>
    public static AwsException CallRateExceeded(string? stream) => LimitExceeded(stream is null
        ? $"Rate exceeded for account {Account}."
        : $"Rate exceeded for stream {stream} under account {Account}.");

    public static AwsException RateExceeded(string shard, string stream) =>
        new("ProvisionedThroughputExceededException", RateExceededMessage(shard, stream));

    public static string RateExceededMessage(string shard, string stream) =>
        $"Rate exceeded for shard {shard} in stream {stream} under account {Account}.";

    public static AwsException ShardLimitExceeded(int current, int limit, int additional, string region) => LimitExceeded(
        $"This request would exceed the shard limit for the account {Account} in {region}. "
        + $"Current shard count for the account: {current}. Limit: {limit}. "
        + $"Number of additional shards that would have resulted from this request: {additional}. "
        + "Refer to the AWS Service Limits page "
        + "(http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) "
        + "for current limits and how to request higher limits.");
}
