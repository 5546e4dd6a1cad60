namespace Amazon.Kinesis.Model;

/// <summary>A stream without its shards.</summary>
public partial class StreamDescriptionSummary
{
    /// <summary>How many consumers are registered.</summary>
    public int? ConsumerCount { get; set; }

    /// <summary>How records are encrypted at rest.</summary>
    public EncryptionType EncryptionType { get; set; }

    /// <summary>Shard-level metrics the stream emits.</summary>
    public List<EnhancedMetrics> EnhancedMonitoring { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The encryption key of the stream.</summary>
    public string KeyId { get; set; }

    /// <summary>Largest record the stream takes, in KiB: 1,024 (default) to 10,240.</summary>
    public int? MaxRecordSizeInKiB { get; set; }

    /// <summary>How many shards take records.</summary>
    public int? OpenShardCount { get; set; }

    /// <summary>How long records are kept, in hours: 24 (default) to 8,760.</summary>
    public int? RetentionPeriodHours { get; set; }

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>When the stream was made, UTC.</summary>
    public DateTime? StreamCreationTimestamp { get; set; }

    /// <summary>Id of the stream, unique also among streams that had the same name.</summary>
    public string StreamId { get; set; }

    /// <summary>Capacity mode of the stream.</summary>
    public StreamModeDetails StreamModeDetails { get; set; }

    /// <summary>Name of the stream.</summary>
    public string StreamName { get; set; }

    /// <summary>What the stream is going through.</summary>
    public StreamStatus StreamStatus { get; set; }

    /// <summary>Throughput an on-demand stream keeps ready.</summary>
    public WarmThroughputObject WarmThroughput { get; set; }
}
