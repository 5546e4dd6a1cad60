using Amazon.Kinesis.Model;

namespace TelemetryAspire.TestKit;

/// <summary>One shard of a <see cref="FakeKinesis"/>.</summary>
internal sealed class FakeShard(string id, string? parent, string? adjacentParent)
{
    public string Id { get; } = id;

    public List<Record> Records { get; } = [];

    public bool IsClosed { get; set; }

    /// <summary>How many records from the start are gone.</summary>
    public int Trimmed { get; set; }

    public Shard Describe() => new()
    {
        ShardId = Id,
        ParentShardId = parent,
        AdjacentParentShardId = adjacentParent,
    };
}
