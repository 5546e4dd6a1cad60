using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Tells the quotas of the account and how far they are used.</summary>
internal sealed class DescribeLimits(ShardQuota quota) : IOperation<DescribeLimitsRequest, DescribeLimitsResponse>
{
    public ValueTask<DescribeLimitsResponse> InvokeAsync(
        DescribeLimitsRequest request,
        RequestContext context,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult(new DescribeLimitsResponse(
            quota.Shards, quota.UsedShards, quota.UsedOnDemandStreams, ShardQuota.OnDemandStreams));
}

internal sealed record DescribeLimitsRequest;

internal sealed record DescribeLimitsResponse(
    int ShardLimit,
    int OpenShardCount,
    int OnDemandStreamCount,
    int OnDemandStreamCountLimit);
