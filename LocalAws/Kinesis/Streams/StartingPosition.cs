using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>Where reading a shard begins, as GetShardIterator and SubscribeToShard are told.</summary>
internal sealed record StartingPosition
{
    public const string AtSequenceNumber = "AT_SEQUENCE_NUMBER";
    public const string AfterSequenceNumber = "AFTER_SEQUENCE_NUMBER";
    public const string AtTimestamp = "AT_TIMESTAMP";
    public const string TrimHorizon = "TRIM_HORIZON";
    public const string Latest = "LATEST";

    public string? Type { get; init; }

    public string? SequenceNumber { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Checks the type of a position.</summary>
    public static void ValidateType(ref Validation validation, string path, string? type)
    {
        validation.Required(path, type);
        validation.OneOf(path, type, AfterSequenceNumber, Latest, AtTimestamp, AtSequenceNumber, TrimHorizon);
    }

    /// <summary>The number of the first record to read; the members are already valid, each by itself.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="shard">A shard of it.</param>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <param name="operation">Who asks, for the errors.</param>
    /// <exception cref="AwsException">InvalidArgumentException: the members do not belong together.</exception>
    public long Resolve(KinesisStream stream, Shard shard, long now, string operation) => (Type, SequenceNumber) switch
    {
        (TrimHorizon, null) => 0,
        (Latest, null) => shard.NextNumber,
        (AtTimestamp, null) => NumberAtTime(shard, now),
        (AtSequenceNumber, { } text) => NumberAt(Parse(text, stream, shard, operation), shard),
        // The counter of a record is one more than its number, and 0 stands before the first record.
        (AfterSequenceNumber, { } text) => (long)Parse(text, stream, shard, operation).Counter,
        (var type, var text) => throw KinesisErrors.InvalidArgument(
            "Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or "
            + "(2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. "
            + $"Request specified {type} and {(text is null ? "no" : "also a")} StartingSequenceNumber."),
    };

    private long NumberAtTime(Shard shard, long now)
    {
        if (Timestamp is null)
        {
            throw KinesisErrors.InvalidArgument(
                "Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. "
                + "Current request has no timestamp parameter.");
        }

        var milliseconds = Timestamp.Value.ToUnixTimeMilliseconds();
        return milliseconds <= now
            ? shard.FindTime(milliseconds)
            : throw KinesisErrors.InvalidArgument(
                "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. "
                + $"timestampInMillis: {milliseconds}, currentTimestampInMillis: {now}");
    }

    private static long NumberAt(SequenceNumber sequenceNumber, Shard shard)
    {
        if (sequenceNumber.Counter == 0)
        {
            return 0;
        }

        // A continuation sequence number has the counter of the last record and a later time: it stands after that
        // record, and reading at it must not give the record again.
        var number = (long)sequenceNumber.Counter - 1;
        using var records = shard.Read(number, maxRecords: 1, maxBytes: 1);
        return records.Count > 0
            && records[0].Number == number
            && records[0].Timestamp / 1000 < sequenceNumber.ArrivalSeconds
            ? number + 1
            : number;
    }

    private static SequenceNumber Parse(string text, KinesisStream stream, Shard shard, string operation)
    {
        var invalid = $"StartingSequenceNumber {text} used in {operation} on shard {shard.Id} in stream "
            + $"{stream.Metadata.Name} under account {RequestContext.DefaultAccountId} is invalid";
        if (!Streams.SequenceNumber.TryParse(text, out var sequenceNumber) || sequenceNumber.Counter > long.MaxValue)
        {
            throw KinesisErrors.InvalidArgument(invalid + ".");
        }

        if (sequenceNumber.ShardIndex != shard.StartingSequenceNumber.ShardIndex)
        {
            throw KinesisErrors.InvalidArgument(
                $"Invalid StartingSequenceNumber. It encodes {Shard.IdOf(sequenceNumber.ShardIndex)}, "
                + $"while it was used in a call to a shard with {shard.Id}");
        }

        if (sequenceNumber.ShardCreatedSeconds != shard.StartingSequenceNumber.ShardCreatedSeconds)
        {
            throw KinesisErrors.InvalidArgument(invalid + " because it did not come from this stream.");
        }

        // Reading at a number that no record has had would leave out those until it is reached.
        return (long)sequenceNumber.Counter <= shard.NextNumber || sequenceNumber == shard.EndingSequenceNumber
            ? sequenceNumber
            : throw KinesisErrors.InvalidArgument(invalid + ".");
    }
}
