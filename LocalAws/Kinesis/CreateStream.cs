using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Creates a stream, which is active at once.</summary>
internal sealed class CreateStream(
    StreamStore streams,
    ShardQuota shardQuota,
    WarmThroughput warmThroughput,
    TimeProvider timeProvider) : IOperation<CreateStreamRequest, NoContent>
{
    private const int ShardsOfOnDemandStream = 4;

    public ValueTask<NoContent> InvokeAsync(
        CreateStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var name = request.StreamName!;
        if (streams.Find(name) is not null)
        {
            throw KinesisErrors.StreamExists(name);
        }

        var mode = request.StreamModeDetails?.StreamMode ?? StreamMetadata.Provisioned;
        var shardCount = ShardCountOf(request, mode);
        if (mode == StreamMetadata.OnDemand)
        {
            shardQuota.EnsureRoomForOnDemandStream();
        }

        shardQuota.EnsureRoom(shardCount, context);
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        streams.Create(new StreamMetadata
        {
            Name = name,
            Arn = $"arn:aws:kinesis:{context.Region}:{context.AccountId}:stream/{name}",
            CreatedAt = now,
            Mode = mode,
            MaxRecordSizeInKiB = request.MaxRecordSizeInKiB ?? 1024,
            WarmThroughputMiBps = request.WarmThroughputMiBps,
            RecordDistributionStrategy = RecordDistribution.Of(request.RecordDistributionStrategy, mode),
            Tags = TagRules.Add(TagRules.None, request.Tags, $"stream {name}"),
            Shards = [.. HashKeyRange.Divide(shardCount).Select((range, index) => new ShardMetadata(
                index,
                now,
                range.Starting.ToString(CultureInfo.InvariantCulture),
                range.Ending.ToString(CultureInfo.InvariantCulture)))],
        });
        return ValueTask.FromResult(default(NoContent));
    }

    private int ShardCountOf(CreateStreamRequest request, string mode)
    {
        if (mode == StreamMetadata.OnDemand)
        {
            return request.ShardCount is null
                ? Math.Max(ShardsOfOnDemandStream, warmThroughput.ShardsFor(request.WarmThroughputMiBps))
                : throw AwsException.Validation("ShardCount cannot be set for a stream in ON_DEMAND mode.");
        }

        if (request.WarmThroughputMiBps is not null)
        {
            throw AwsException.Validation("WarmThroughputMiBps can only be set for a stream in ON_DEMAND mode.");
        }

        return request.ShardCount
            ?? throw AwsException.Validation("ShardCount must be set for a stream in PROVISIONED mode.");
    }

    private static void Validate(CreateStreamRequest request)
    {
        var validation = new Validation();
        validation.Required("streamName", request.StreamName);
        StreamRequest.ValidateName(ref validation, "streamName", request.StreamName);
        validation.Range("shardCount", request.ShardCount, 1, int.MaxValue);
        validation.Range("maxRecordSizeInKiB", request.MaxRecordSizeInKiB, 1024, 10240);
        validation.Range("warmThroughputMiBps", request.WarmThroughputMiBps, 0, int.MaxValue);
        RecordDistribution.Validate(ref validation, request.RecordDistributionStrategy);
        StreamModeDetails.Validate(ref validation, request.StreamModeDetails);
        TagRules.Validate(ref validation, request.Tags);
        validation.ThrowIfFailed();
    }
}

internal sealed record CreateStreamRequest
{
    public string? StreamName { get; init; }

    public int? ShardCount { get; init; }

    public StreamModeDetails? StreamModeDetails { get; init; }

    public Dictionary<string, string?>? Tags { get; init; }

    public int? WarmThroughputMiBps { get; init; }

    public string? RecordDistributionStrategy { get; init; }

    public int? MaxRecordSizeInKiB { get; init; }
}
