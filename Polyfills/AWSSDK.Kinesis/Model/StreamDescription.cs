namespace Amazon.Kinesis.Model;

/// <summary>A stream with a page of its shards.</summary>
public partial class StreamDescription
{
    /// <summary>How records are encrypted at rest.</summary>
    public EncryptionType EncryptionType { get; set; }

    /// <summary>Shard-level metrics the stream emits.</summary>
    public List<EnhancedMetrics> EnhancedMonitoring { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Whether there are further shards.</summary>
    public bool? HasMoreShards { get; set; }

    /// <summary>The encryption key of the stream.</summary>
    public string KeyId { get; set; }

    /// <summary>How long records are kept, in hours: 24 (default) to 8,760.</summary>
    public int? RetentionPeriodHours { get; set; }

    /// <summary>The shards of this page.</summary>
    public List<Shard> Shards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>ARN of the stream.</summary>
    public string StreamARN { get; set; }

    /// <summary>When the stream was made, UTC.</summary>
    public DateTime? StreamCreationTimestamp { get; set; }

    /// <summary>Capacity mode of the stream.</summary>
    public StreamModeDetails StreamModeDetails { get; set; }

    /// <summary>Name of the stream.</summary>
    public string StreamName { get; set; }

    /// <summary>What the stream is going through.</summary>
    public StreamStatus StreamStatus { get; set; }
}
