namespace Amazon.KinesisFirehose.Internal;

/// <summary>What the service's errors carry beside code and message.</summary>
internal sealed class KinesisFirehoseErrorMembers
{
    public string Code { get; set; }
}
