using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Describes a stream and a page of its shards.</summary>
internal sealed class DescribeStream(StreamStore streams) : IOperation<DescribeStreamRequest, DescribeStreamResponse>
{
    private const int DefaultLimit = 100;

    public ValueTask<DescribeStreamResponse> InvokeAsync(
        DescribeStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Range("limit", request.Limit, 1, 10_000);
        StreamRequest.ValidateName(ref validation, "exclusiveStartShardId", request.ExclusiveStartShardId);
        validation.ThrowIfFailed();

        var stream = request.Resolve(streams);
        var metadata = stream.Metadata;
        var after = request.ExclusiveStartShardId is { } start ? Shard.NormalizeId(start) : null;
        var limit = request.Limit ?? DefaultLimit;
        var shards = stream.Shards
            .Where(shard => string.CompareOrdinal(shard.Id, after) > 0)
            .Take(limit + 1)
            .ToList();
        return ValueTask.FromResult(new DescribeStreamResponse(new StreamDescription
        {
            StreamName = metadata.Name,
            StreamARN = metadata.Arn,
            StreamStatus = StreamMetadata.Status,
            StreamModeDetails = new StreamModeDetails(metadata.Mode),
            Shards = [.. shards.Take(limit).Select(ShardDescription.Of)],
            HasMoreShards = shards.Count > limit,
            RetentionPeriodHours = metadata.RetentionHours,
            StreamCreationTimestamp = DateTimeOffset.FromUnixTimeMilliseconds(metadata.CreatedAt),
            EnhancedMonitoring = EnhancedMonitoring.Of(metadata),
            EncryptionType = metadata.EncryptionType,
            KeyId = metadata.KeyId,
        }));
    }
}

internal sealed record DescribeStreamRequest : StreamRequest
{
    public int? Limit { get; init; }

    public string? ExclusiveStartShardId { get; init; }
}

internal sealed record DescribeStreamResponse(StreamDescription StreamDescription);

internal sealed record StreamDescription
{
    public required string StreamName { get; init; }

    public required string StreamARN { get; init; }

    public required string StreamStatus { get; init; }

    public required StreamModeDetails StreamModeDetails { get; init; }

    public required IReadOnlyList<ShardDescription> Shards { get; init; }

    public required bool HasMoreShards { get; init; }

    public required int RetentionPeriodHours { get; init; }

    public required DateTimeOffset StreamCreationTimestamp { get; init; }

    public required IReadOnlyList<EnhancedMonitoring> EnhancedMonitoring { get; init; }

    /// <summary>NONE or KMS.</summary>
    public required string EncryptionType { get; init; }

    public string? KeyId { get; init; }
}
