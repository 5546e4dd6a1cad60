using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Firehose.Sources;

/// <summary>How far a Kinesis stream was read: the number of the next record by index of the shard.</summary>
/// <param name="StreamCreatedAt">
/// Tells the stream (ms since 1970) from a later one of the same name, which is read from its beginning.
/// </param>
/// <param name="NextNumbers">The next number of each shard that was read; a shard not named begins at 0.</param>
internal sealed record ShardPositions(long StreamCreatedAt, IReadOnlyDictionary<int, long> NextNumbers)
{
    public static readonly ShardPositions None = new(0, new Dictionary<int, long>());

    /// <summary>LATEST of every shard there is.</summary>
    public static ShardPositions LatestOf(KinesisStream stream) => new(
        stream.Metadata.CreatedAt,
        stream.Shards.ToDictionary(shard => shard.Index, shard => shard.NextNumber));

    /// <summary>The number to read next of a shard.</summary>
    public long Next(long streamCreatedAt, int shard) =>
        streamCreatedAt == StreamCreatedAt ? NextNumbers.GetValueOrDefault(shard) : 0;

    /// <summary>These positions after a page was read.</summary>
    public ShardPositions With(ShardPosition position)
    {
        var numbers = position.StreamCreatedAt == StreamCreatedAt ? new Dictionary<int, long>(NextNumbers) : [];
        numbers[position.Shard] = position.NextNumber;
        return new ShardPositions(position.StreamCreatedAt, numbers);
    }
}

/// <summary>How far one shard was read.</summary>
/// <param name="StreamCreatedAt">The creation time of the stream, ms since 1970.</param>
/// <param name="Shard">The shard's index.</param>
/// <param name="NextNumber">The number of the record to read next.</param>
internal readonly record struct ShardPosition(long StreamCreatedAt, int Shard, long NextNumber);
