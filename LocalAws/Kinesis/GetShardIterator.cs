using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Issues a token to read a shard from a position on.</summary>
internal sealed partial class GetShardIterator(StreamStore streams, TimeProvider timeProvider)
    : IOperation<GetShardIteratorRequest, GetShardIteratorResponse>
{
    private const string AtSequenceNumber = "AT_SEQUENCE_NUMBER";
    private const string AfterSequenceNumber = "AFTER_SEQUENCE_NUMBER";
    private const string AtTimestamp = "AT_TIMESTAMP";
    private const string TrimHorizon = "TRIM_HORIZON";
    private const string Latest = "LATEST";

    public ValueTask<GetShardIteratorResponse> InvokeAsync(
        GetShardIteratorRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var stream = request.Resolve(streams);
        var shard = stream.GetShard(request.ShardId!);
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        var position = Position(request, stream, shard, now);
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

    /// <summary>Checks that a sequence number consists of digits.</summary>
    public static void ValidateSequenceNumber(ref Validation validation, string path, string? value) =>
        validation.Pattern(path, value, SequenceNumberPattern(), @"0|([1-9]\d{0,128})");

    private static long Position(GetShardIteratorRequest request, KinesisStream stream, Shard shard, long now) =>
        (request.ShardIteratorType, request.StartingSequenceNumber) switch
        {
            (TrimHorizon, null) => 0,
            (Latest, null) => shard.NextNumber,
            (AtTimestamp, null) => PositionOfTime(request.Timestamp, shard, now),
            // The counter of a record is one more than its number, and 0 stands before the first record.
            (AtSequenceNumber, { } text) => Math.Max(0, CounterOf(text, stream, shard) - 1),
            (AfterSequenceNumber, { } text) => CounterOf(text, stream, shard),
            (var type, var text) => throw KinesisErrors.InvalidArgument(
                "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or "
                + "(2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. "
                + $"Request specified {type} and {(text is null ? "no" : "also a")} StartingSequenceNumber."),
        };

    private static long PositionOfTime(DateTimeOffset? timestamp, Shard shard, long now)
    {
        if (timestamp is null)
        {
            throw KinesisErrors.InvalidArgument(
                "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. "
                + "Current request has no timestamp parameter.");
        }

        var milliseconds = timestamp.Value.ToUnixTimeMilliseconds();
        return milliseconds <= now
            ? shard.FindTime(milliseconds)
            : throw KinesisErrors.InvalidArgument(
                "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. "
                + $"timestampInMillis: {milliseconds}, currentTimestampInMillis: {now}");
    }

    private static long CounterOf(string text, KinesisStream stream, Shard shard)
    {
        var invalid = $"StartingSequenceNumber {text} used in GetShardIterator on shard {shard.Id} in stream "
            + $"{stream.Metadata.Name} under account {RequestContext.DefaultAccountId} is invalid";
        if (!SequenceNumber.TryParse(text, out var sequenceNumber) || sequenceNumber.Counter > long.MaxValue)
        {
            throw KinesisErrors.InvalidArgument(invalid + ".");
        }

        if (sequenceNumber.ShardIndex != shard.StartingSequenceNumber.ShardIndex)
        {
            throw KinesisErrors.InvalidArgument(
                $"Invalid StartingSequenceNumber. It encodes {Shard.IdOf(sequenceNumber.ShardIndex)}, "
                + $"while it was used in a call to a shard with {shard.Id}");
        }

        return sequenceNumber.ShardCreatedSeconds == shard.StartingSequenceNumber.ShardCreatedSeconds
            ? (long)sequenceNumber.Counter
            : throw KinesisErrors.InvalidArgument(invalid + " because it did not come from this stream.");
    }

    private static void Validate(GetShardIteratorRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("shardId", request.ShardId);
        StreamRequest.ValidateName(ref validation, "shardId", request.ShardId);
        validation.Required("shardIteratorType", request.ShardIteratorType);
        validation.OneOf(
            "shardIteratorType",
            request.ShardIteratorType,
            AfterSequenceNumber,
            Latest,
            AtTimestamp,
            AtSequenceNumber,
            TrimHorizon);
        ValidateSequenceNumber(ref validation, "startingSequenceNumber", request.StartingSequenceNumber);
        validation.ThrowIfFailed();
    }

    [GeneratedRegex(@"\A(0|([1-9]\d{0,128}))\z")]
    private static partial Regex SequenceNumberPattern();
}

internal sealed record GetShardIteratorRequest : StreamRequest
{
    public string? ShardId { get; init; }

    public string? ShardIteratorType { get; init; }

    public string? StartingSequenceNumber { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
}

internal sealed record GetShardIteratorResponse(string ShardIterator);
