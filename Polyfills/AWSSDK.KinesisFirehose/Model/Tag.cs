namespace Amazon.KinesisFirehose.Model;

/// <summary>A label on a delivery stream.</summary>
public partial class Tag
{
    /// <summary>Name of the label.</summary>
    public string Key { get; set; }

    /// <summary>Value of the label.</summary>
    public string Value { get; set; }
}
