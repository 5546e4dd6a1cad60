namespace Amazon.KinesisFirehose.Model;

/// <summary>A delivery stream: status, source, destination.</summary>
public partial class DeliveryStreamDescription
{
    /// <summary>When it was made, UTC.</summary>
    public DateTime? CreateTimestamp { get; set; }

    /// <summary>ARN of the delivery stream.</summary>
    public string DeliveryStreamARN { get; set; }

    /// <summary>Server-side encryption.</summary>
    public DeliveryStreamEncryptionConfiguration DeliveryStreamEncryptionConfiguration { get; set; }

    /// <summary>Name of the delivery stream, 1 to 64 letters, digits, <c>_ . -</c>.</summary>
    public string DeliveryStreamName { get; set; }

    /// <summary>What the delivery stream is going through.</summary>
    public DeliveryStreamStatus DeliveryStreamStatus { get; set; }

    /// <summary>Where the records come from.</summary>
    public DeliveryStreamType DeliveryStreamType { get; set; }

    /// <summary>The destinations; there is one.</summary>
    public List<DestinationDescription> Destinations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Why it failed, when it did.</summary>
    public FailureDescription FailureDescription { get; set; }

    /// <summary>Whether there are further destinations.</summary>
    public bool? HasMoreDestinations { get; set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime? LastUpdateTimestamp { get; set; }

    /// <summary>The source.</summary>
    public SourceDescription Source { get; set; }

    /// <summary>Version of the settings, counted up with each change.</summary>
    public string VersionId { get; set; }
}
