using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Splits and merges the shards of a stream until there are as many as wanted, of equal size.</summary>
internal sealed class UpdateShardCount(
    StreamStore streams,
    ShardQuota shardQuota,
    LocalAwsOptions options,
    TimeProvider timeProvider) : IOperation<UpdateShardCountRequest, UpdateShardCountResponse>
{
    /// <summary>The most shards of one stream.</summary>
    private const int MaxShards = 10_000;

    private static readonly DailyQuota Quota = new(nameof(UpdateShardCount), 10);

    public ValueTask<UpdateShardCountResponse> InvokeAsync(
        UpdateShardCountRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var stream = request.Resolve(streams);
        var target = request.TargetShardCount!.Value;
        var current = 0;
        streams.Reshard(stream, (metadata, layout) =>
        {
            StreamMode.EnsureProvisioned(nameof(UpdateShardCount), metadata);
            current = layout.Open.Count;
            EnsureAllowed(current, target);
            shardQuota.EnsureRoom(target - current, context);
            var changed = Quota.Use(metadata, timeProvider.GetUtcNow(), options.EnforceLimits);
            layout.ScaleTo(target);
            return changed;
        });
        return ValueTask.FromResult(
            new UpdateShardCountResponse(stream.Metadata.Name, current, target, stream.Metadata.Arn));
    }

    private void EnsureAllowed(int current, int target)
    {
        if (target > MaxShards)
        {
            throw Refused($"Target shard count or number of open shards cannot be greater than {MaxShards}.");
        }

        if (options.EnforceLimits && target > 2 * current)
        {
            throw Refused("UpdateShardCount cannot scale up over double your current open shard count.");
        }

        if (options.EnforceLimits && 2 * target < current)
        {
            throw Refused("UpdateShardCount cannot scale down below half your current open shard count.");
        }

        AwsException Refused(string reason) => KinesisErrors.LimitExceeded(
            $"{reason} Current open shard count: {current}, Target shard count: {target}");
    }

    private static void Validate(UpdateShardCountRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("targetShardCount", request.TargetShardCount);
        validation.Range("targetShardCount", request.TargetShardCount, 1, int.MaxValue);
        validation.Required("scalingType", request.ScalingType);
        validation.OneOf("scalingType", request.ScalingType, "UNIFORM_SCALING");
        validation.ThrowIfFailed();
    }
}

internal sealed record UpdateShardCountRequest : StreamRequest
{
    public int? TargetShardCount { get; init; }

    public string? ScalingType { get; init; }
}

internal sealed record UpdateShardCountResponse(
    string StreamName,
    int CurrentShardCount,
    int TargetShardCount,
    string StreamARN);
