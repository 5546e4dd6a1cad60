namespace Amazon.Kinesis.Model;

public partial class StreamDescription
{
    public EncryptionType EncryptionType { get; set; }

    public List<EnhancedMetrics> EnhancedMonitoring { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? HasMoreShards { get; set; }

    public string KeyId { get; set; }

    public int? RetentionPeriodHours { get; set; }

    public List<Shard> Shards { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string StreamARN { get; set; }

    public DateTime? StreamCreationTimestamp { get; set; }

    public StreamModeDetails StreamModeDetails { get; set; }

    public string StreamName { get; set; }

    public StreamStatus StreamStatus { get; set; }
}
