namespace Amazon.KinesisFirehose.Model;

/// <summary>Bytes to deliver; Firehose adds no delimiter.</summary>
public partial class Record
{
    /// <summary>
    /// The record's bytes, at most 1,024,000. The whole stream is sent, wherever its position stands.
    /// </summary>
    public MemoryStream Data { get; set; }
}
