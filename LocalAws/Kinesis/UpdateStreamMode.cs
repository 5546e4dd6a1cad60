using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Changes the capacity mode of a stream, which keeps its shards.</summary>
internal sealed class UpdateStreamMode(
    StreamStore streams,
    ShardQuota shardQuota,
    WarmThroughput warmThroughput,
    LocalAwsOptions options,
    TimeProvider timeProvider) : IOperation<UpdateStreamModeRequest, NoContent>
{
    private static readonly DailyQuota Quota = new(nameof(UpdateStreamMode), 2);

    public ValueTask<NoContent> InvokeAsync(
        UpdateStreamModeRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var mode = request.StreamModeDetails!.StreamMode!;
        streams.Reshard(request.Resolve(streams), (metadata, layout) =>
        {
            if (metadata.Mode == mode)
            {
                return metadata;
            }

            if (mode == StreamMetadata.OnDemand)
            {
                shardQuota.EnsureRoomForOnDemandStream();
            }

            var changed = Quota.Use(metadata, timeProvider.GetUtcNow(), options.EnforceLimits) with
            {
                Mode = mode,
                WarmThroughputMiBps = null,
                RecordDistributionStrategy = StreamMetadata.ByPartitionKey,
            };
            return request.WarmThroughputMiBps is { } mebibytes
                ? warmThroughput.Apply(changed, layout, mebibytes, context)
                : changed;
        });
        return ValueTask.FromResult(default(NoContent));
    }

    private static void Validate(UpdateStreamModeRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("streamARN", request.StreamARN);
        validation.Required("streamModeDetails", request.StreamModeDetails);
        StreamModeDetails.Validate(ref validation, request.StreamModeDetails);
        validation.Range("warmThroughputMiBps", request.WarmThroughputMiBps, 0, int.MaxValue);
        validation.ThrowIfFailed();
        if (request.WarmThroughputMiBps is not null && request.StreamModeDetails!.StreamMode != StreamMetadata.OnDemand)
        {
            throw AwsException.Validation("WarmThroughputMiBps can only be set for a stream in ON_DEMAND mode.");
        }
    }
}

internal sealed record UpdateStreamModeRequest : StreamRequest
{
    public StreamModeDetails? StreamModeDetails { get; init; }

    public int? WarmThroughputMiBps { get; init; }
}
