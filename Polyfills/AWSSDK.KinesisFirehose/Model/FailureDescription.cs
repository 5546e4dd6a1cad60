namespace Amazon.KinesisFirehose.Model;

/// <summary>Why something failed.</summary>
public partial class FailureDescription
{
    /// <summary>What happened, in words.</summary>
    public string Details { get; set; }

    /// <summary>What happened, as a code.</summary>
    public DeliveryStreamFailureType Type { get; set; }
}
