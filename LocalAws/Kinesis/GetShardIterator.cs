using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Issues a token to read a shard from a position on.</summary>
internal sealed class GetShardIterator(StreamStore streams, TimeProvider timeProvider)
    : IOperation<GetShardIteratorRequest, GetShardIteratorResponse>
{
    public ValueTask<GetShardIteratorResponse> InvokeAsync(
        GetShardIteratorRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var stream = request.Resolve(streams);
        var shard = stream.GetShard(request.ShardId!);
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        var position = request.Position.Resolve(stream, shard, now, nameof(GetShardIterator));
        KinesisErrors.ThrowIfDryRun(request.DryRun);
        if (!shard.Throughput.TryGetIterator())
        {
            throw KinesisErrors.RateExceeded(shard.Id, stream.Metadata.Name);
        }

        return ValueTask.FromResult(new GetShardIteratorResponse(Encode(stream.Metadata, shard, position, now)));
    }

    /// <summary>Issues the iterator of a position.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="shard">A shard of it.</param>
    /// <param name="position">The number of the record to read first.</param>
    /// <param name="now">Milliseconds since 1970.</param>
    public static string Encode(StreamMetadata stream, Shard shard, long position, long now) =>
        new OpaqueToken(now, stream.CreatedAt, shard.Index, position, stream.Name)
            .Encode(OpaqueTokenKind.ShardIterator);

    private static void Validate(GetShardIteratorRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("shardId", request.ShardId);
        StreamRequest.ValidateName(ref validation, "shardId", request.ShardId);
        StartingPosition.ValidateType(ref validation, "shardIteratorType", request.ShardIteratorType);
        SequenceNumber.Validate(ref validation, "startingSequenceNumber", request.StartingSequenceNumber);
        validation.ThrowIfFailed();
    }
}

internal sealed record GetShardIteratorRequest : StreamRequest
{
    public string? ShardId { get; init; }

    public string? ShardIteratorType { get; init; }

    public string? StartingSequenceNumber { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <inheritdoc cref="PutRecordRequest.DryRun"/>
    public bool? DryRun { get; init; }

    [JsonIgnore]
    public StartingPosition Position => new()
    {
        Type = ShardIteratorType,
        SequenceNumber = StartingSequenceNumber,
        Timestamp = Timestamp,
    };
}

internal sealed record GetShardIteratorResponse(string ShardIterator);
