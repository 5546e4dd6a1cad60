using System.Globalization;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Creates a stream, which is active at once.</summary>
internal sealed class CreateStream(StreamStore streams, TimeProvider timeProvider)
    : IOperation<CreateStreamRequest, NoContent>
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
        ShardQuota.EnsureRoom(streams, shardCount, context);
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        streams.Create(new StreamMetadata
        {
            Name = name,
            Arn = $"arn:aws:kinesis:{context.Region}:{context.AccountId}:stream/{name}",
            CreatedAt = now,
            Mode = mode,
            MaxRecordSizeInKiB = request.MaxRecordSizeInKiB ?? 1024,
            Tags = request.Tags ?? new Dictionary<string, string>(),
            Shards = [.. HashKeyRange.Divide(shardCount).Select((range, index) => new ShardMetadata(
                index,
                now,
                range.Starting.ToString(CultureInfo.InvariantCulture),
                range.Ending.ToString(CultureInfo.InvariantCulture)))],
        });
        return ValueTask.FromResult(default(NoContent));
    }

    private static int ShardCountOf(CreateStreamRequest request, string mode)
    {
        if (mode == StreamMetadata.OnDemand)
        {
            return request.ShardCount is null
                ? ShardsOfOnDemandStream
                : throw AwsException.Validation("ShardCount cannot be set for a stream in ON_DEMAND mode.");
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
        if (request.StreamModeDetails is { } details)
        {
            validation.Required("streamModeDetails.streamMode", details.StreamMode);
            validation.OneOf(
                "streamModeDetails.streamMode",
                details.StreamMode,
                StreamMetadata.Provisioned,
                StreamMetadata.OnDemand);
        }

        if (request.Tags is { } tags)
        {
            validation.Length("tags", "{…}", tags.Count, 1, 200);
        }

        validation.ThrowIfFailed();
    }
}

internal sealed record CreateStreamRequest
{
    public string? StreamName { get; init; }

    public int? ShardCount { get; init; }

    public StreamModeDetails? StreamModeDetails { get; init; }

    public Dictionary<string, string>? Tags { get; init; }

    public int? MaxRecordSizeInKiB { get; init; }
}

/// <param name="StreamMode">PROVISIONED or ON_DEMAND.</param>
internal sealed record StreamModeDetails(string? StreamMode);
