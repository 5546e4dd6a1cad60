using System.Collections.Immutable;

namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>A database as the catalog keeps it.</summary>
internal sealed record DatabaseEntry(string Name, string KmsKeyId, DateTimeOffset CreationTime, DateTimeOffset LastUpdatedTime)
{
    /// <summary>Ordered by key; a catalog from before there were tags has none.</summary>
    public IReadOnlyList<Tag> Tags { get; init => field = value ?? []; } = [];
}

/// <summary>A table as the catalog keeps it: settings, and the columns that records have brought so far. Immutable.</summary>
internal sealed record TableEntry
{
    /// <summary>Names the table's storage: never reused, so a table created anew starts empty.</summary>
    public required int Id { get; init; }

    public required string DatabaseName { get; init; }

    public required string TableName { get; init; }

    public required long MemoryHours { get; init; }

    public required long MagneticDays { get; init; }

    public required bool MagneticWrites { get; init; }

    /// <summary>MagneticStoreRejectedDataLocation; null when none was given.</summary>
    public S3Location? RejectedData { get; init; }

    /// <summary>The partition key; a catalog from before it was kept has none.</summary>
    public PartitionKey PartitionKey { get; init => field = value ?? PartitionKey.Measure; } = PartitionKey.Measure;

    /// <summary>Ordered by key; a catalog from before there were tags has none.</summary>
    public IReadOnlyList<Tag> Tags { get; init => field = value ?? []; } = [];

    /// <summary>
    /// After the memory retention was raised, the time before which records are still refused: AWS opens the new range
    /// only as it fills.
    /// </summary>
    public long MemoryFloorNanos { get; init; } = long.MinValue;

    public required DateTimeOffset CreationTime { get; init; }

    public required DateTimeOffset LastUpdatedTime { get; init; }

    /// <summary>Dimension names in order of appearance; the index is the storage column.</summary>
    public ImmutableArray<string> Dimensions { get; init; } = [];

    /// <summary>Measure names in order of appearance; the index is the stored measure id.</summary>
    public ImmutableArray<MeasureEntry> Measures { get; init; } = [];

    /// <summary>Measures of multi-measure records in order of appearance; the index is the storage column.</summary>
    public ImmutableArray<MultiColumn> MultiColumns { get; init; } = [];

    /// <summary>The oldest time that both retentions together keep; rows before it do not exist any more.</summary>
    public long OldestNanos(long nowNanos) =>
        nowNanos - EpochNanos.From(TimeSpan.FromHours(MemoryHours)) - EpochNanos.From(TimeSpan.FromDays(MagneticDays));
}

/// <summary>A measure name and the types its records have had, in order of appearance.</summary>
internal sealed record MeasureEntry(string Name, ImmutableArray<MeasureType> Types);

/// <summary>A column that a multi-measure record brought.</summary>
internal sealed record MultiColumn(string Name, MeasureType Type);
