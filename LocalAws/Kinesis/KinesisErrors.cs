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

    public static AwsException StreamExists(string stream) =>
        new("ResourceInUseException", $"Stream {stream} under account {Account} already exists.");

    public static AwsException InvalidArgument(string message) => new("InvalidArgumentException", message);

    public static AwsException RateExceeded(string shard, string stream) =>
        new("ProvisionedThroughputExceededException", RateExceededMessage(shard, stream));

    public static string RateExceededMessage(string shard, string stream) =>
        $"Rate exceeded for shard {shard} in stream {stream} under account {Account}.";

    public static AwsException ShardLimitExceeded(int current, int limit, int additional, string region) => new(
        "LimitExceededException",
        $"This request would exceed the shard limit for the account {Account} in {region}. "
        + $"Current shard count for the account: {current}. Limit: {limit}. "
        + $"Number of additional shards that would have resulted from this request: {additional}. "
        + "Refer to the AWS Service Limits page "
        + "(http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) "
        + "for current limits and how to request higher limits.");
}
