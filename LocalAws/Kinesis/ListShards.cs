using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Lists a page of a stream's shards.</summary>
internal sealed class ListShards(StreamStore streams, TimeProvider timeProvider)
    : IOperation<ListShardsRequest, ListShardsResponse>
{
    private const int MaxShards = 1_000;

    public ValueTask<ListShardsResponse> InvokeAsync(
        ListShardsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var (stream, selection) = request.NextToken is { } token ? Continue(token) : Start(request);
        if (!stream.ListShardsRate.TryCall())
        {
            throw KinesisErrors.CallRateExceeded(stream.Metadata.Name);
        }

        var limit = Math.Min(request.MaxResults ?? MaxShards, MaxShards);
        var shards = stream.Shards.Where(shard => selection.Contains(shard.Metadata)).Take(limit + 1).ToList();
        return ValueTask.FromResult(new ListShardsResponse(
            [.. shards.Take(limit).Select(ShardDescription.Of)],
            shards.Count > limit ? TokenOf(stream, selection with { FirstIndex = shards[limit].Index }) : null));
    }

    private (KinesisStream Stream, ShardSelection Selection) Start(ListShardsRequest request)
    {
        var stream = request.Resolve(streams);
        if (request.StreamCreationTimestamp is { } created
            && created.ToUnixTimeSeconds() != stream.Metadata.CreatedAt / 1000)
        {
            throw KinesisErrors.StreamNotFound(stream.Metadata.Name);
        }

        var after = request.ExclusiveStartShardId is { } id ? IndexAfter(id) : 0;
        var selection = request.ShardFilter?.Select(stream.Metadata, timeProvider.GetUtcNow())
            ?? ShardSelection.From(0);
        return (stream, selection with { FirstIndex = Math.Max(selection.FirstIndex, after) });
    }

    private (KinesisStream Stream, ShardSelection Selection) Continue(string text)
    {
        var isAtTime = OpaqueToken.TryDecode(text, OpaqueTokenKind.NextShardsAtTime, out _);
        var kind = isAtTime ? OpaqueTokenKind.NextShardsAtTime : OpaqueTokenKind.NextShards;
        var token = KinesisTokens.DecodePage(text, kind, timeProvider);
        return streams.Find(token.Name) is { } found && found.Metadata.CreatedAt == token.StreamCreatedAt
            ? (found, new ShardSelection(token.Shard, token.Position, isAtTime))
            : throw KinesisErrors.StreamNotFound(token.Name);
    }

    private string TokenOf(KinesisStream stream, ShardSelection next)
    {
        var metadata = stream.Metadata;
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return new OpaqueToken(now, metadata.CreatedAt, next.FirstIndex, next.OpenFrom, metadata.Name)
            .Encode(next.IsAtTime ? OpaqueTokenKind.NextShardsAtTime : OpaqueTokenKind.NextShards);
    }

    /// <summary>The index after that of a shard, which need not exist any more.</summary>
    public static int IndexAfter(string shardId) => Shard.TryParseId(shardId, out var index)
        ? (int)Math.Min(index + 1L, int.MaxValue)
        : throw KinesisErrors.InvalidArgument($"{shardId} is not the id of a shard.");

    private static void Validate(ListShardsRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Range("maxResults", request.MaxResults, 1, 10_000);
        validation.Length("nextToken", request.NextToken, 1, 1_048_576);
        StreamRequest.ValidateName(ref validation, "exclusiveStartShardId", request.ExclusiveStartShardId);
        ShardFilter.Validate(ref validation, request.ShardFilter);
        validation.ThrowIfFailed();
        request.ShardFilter?.EnsureComplete();
        if (request is { NextToken: null, StreamName: null, StreamARN: null, StreamId: null })
        {
            throw KinesisErrors.InvalidArgument("Either NextToken or StreamName should be provided.");
        }

        if (request.NextToken is null)
        {
            return;
        }

        if (request.StreamName is not null || request.StreamARN is not null)
        {
            throw KinesisErrors.InvalidArgument("NextToken and StreamName cannot be provided together.");
        }

        if (request.StreamCreationTimestamp is not null
            || request.ExclusiveStartShardId is not null
            || request.ShardFilter is not null)
        {
            throw KinesisErrors.InvalidArgument(
                "NextToken cannot be provided together with StreamCreationTimestamp, ExclusiveStartShardId or "
                + "ShardFilter: it carries them.");
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

internal sealed record ListShardsResponse(IReadOnlyList<ShardDescription> Shards, string? NextToken);
