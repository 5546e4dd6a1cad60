namespace TelemetryAspire.LocalAws.Firehose.Sources;

/// <summary>The Kinesis stream that a delivery stream reads, and where it began to.</summary>
internal sealed record KinesisSource
{
    public required string StreamArn { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>When the delivery stream was created: it delivers what arrived since.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>LATEST of every shard at that moment, decided once so that a crash cannot move it.</summary>
    public required ShardPositions StartingPositions { get; init; }

    public string StreamName() => StreamArn[(StreamArn.IndexOf(":stream/", StringComparison.Ordinal) + 8)..];
}
