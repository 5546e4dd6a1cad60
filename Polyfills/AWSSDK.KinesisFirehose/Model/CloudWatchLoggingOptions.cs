namespace Amazon.KinesisFirehose.Model;

/// <summary>Where delivery errors are logged.</summary>
public partial class CloudWatchLoggingOptions
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Name of the log group.</summary>
    public string LogGroupName { get; set; }

    /// <summary>Name of the log stream.</summary>
    public string LogStreamName { get; set; }
}
