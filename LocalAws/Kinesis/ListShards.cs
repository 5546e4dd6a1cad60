using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Lists a page of a stream's shards.</summary>
internal sealed class ListShards(StreamStore streams, TimeProvider timeProvider)
    : IOperation<ListShardsRequest, ListShardsResponse>
{
    private const int DefaultLimit = 1_000;
    private const string AfterShardId = "AFTER_SHARD_ID";

    public ValueTask<ListShardsResponse> InvokeAsync(
        ListShardsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var (stream, first) = Start(request);
        var limit = request.MaxResults ?? DefaultLimit;
        var shards = stream.Shards.Skip(first).Take(limit).Select(ShardDescription.Of).ToList();
        var next = first + shards.Count;
        return ValueTask.FromResult(new ListShardsResponse(
            shards,
            next < stream.Shards.Count ? TokenOf(stream, next) : null));
    }

    /// <summary>The stream, and the index of its first shard to show.</summary>
    private (KinesisStream Stream, int First) Start(ListShardsRequest request)
    {
        if (request.NextToken is null)
        {
            var stream = request.Resolve(streams);
            if (request.StreamCreationTimestamp is { } created
                && created.ToUnixTimeSeconds() != stream.Metadata.CreatedAt / 1000)
            {
                throw KinesisErrors.StreamNotFound(stream.Metadata.Name);
            }

            // Every shard is open from the stream's creation on, so the filters by time leave none out.
            var after = request.ShardFilter?.Type == AfterShardId
                ? request.ShardFilter.ShardId
                : request.ExclusiveStartShardId;
            return (stream, stream.Shards.Count(shard => string.CompareOrdinal(shard.Id, after) <= 0));
        }

        if (request.StreamName is not null || request.StreamARN is not null)
        {
            throw KinesisErrors.InvalidArgument("NextToken and StreamName cannot be provided together.");
        }

        var token = KinesisTokens.DecodePage(request.NextToken, OpaqueTokenKind.NextShards, timeProvider);
        return streams.Find(token.Name) is { } found && found.Metadata.CreatedAt == token.StreamCreatedAt
            ? (found, (int)token.Position)
            : throw KinesisErrors.StreamNotFound(token.Name);
    }

    private string TokenOf(KinesisStream stream, int next)
    {
        var metadata = stream.Metadata;
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return new OpaqueToken(now, metadata.CreatedAt, 0, next, metadata.Name).Encode(OpaqueTokenKind.NextShards);
    }

    private static void Validate(ListShardsRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Range("maxResults", request.MaxResults, 1, 10_000);
        StreamRequest.ValidateName(ref validation, "exclusiveStartShardId", request.ExclusiveStartShardId);
        if (request.ShardFilter is { } filter)
        {
            validation.Required("shardFilter.type", filter.Type);
            validation.OneOf(
                "shardFilter.type",
                filter.Type,
                AfterShardId,
                "AT_TRIM_HORIZON",
                "FROM_TRIM_HORIZON",
                "AT_LATEST",
                "AT_TIMESTAMP",
                "FROM_TIMESTAMP");
            StreamRequest.ValidateName(ref validation, "shardFilter.shardId", filter.ShardId);
        }

        validation.ThrowIfFailed();
        ValidateFilter(request.ShardFilter);
        if (request is { NextToken: null, StreamName: null, StreamARN: null })
        {
            throw KinesisErrors.InvalidArgument("Either NextToken or StreamName should be provided.");
        }
    }

    private static void ValidateFilter(ShardFilter? filter)
    {
        if (filter is { Type: AfterShardId, ShardId: null })
        {
            throw KinesisErrors.InvalidArgument("ShardFilter of type AFTER_SHARD_ID must have a ShardId.");
        }

        if (filter is { Type: "AT_TIMESTAMP" or "FROM_TIMESTAMP", Timestamp: null })
        {
            throw KinesisErrors.InvalidArgument($"ShardFilter of type {filter.Type} must have a Timestamp.");
        }
    }
}

internal sealed record ListShardsRequest : StreamRequest
{
    public string? NextToken { get; init; }

    public string? ExclusiveStartShardId { get; init; }

    public int? MaxResults { get; init; }

    public DateTimeOffset? StreamCreationTimestamp { get; init; }

    public ShardFilter? ShardFilter { get; init; }
}

internal sealed record ShardFilter(string? Type, string? ShardId, DateTimeOffset? Timestamp);

internal sealed record ListShardsResponse(IReadOnlyList<ShardDescription> Shards, string? NextToken);
