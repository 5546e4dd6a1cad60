namespace Amazon.TimestreamWrite.Model;

/// <summary>A record that was not written, and why.</summary>
public partial class RejectedRecord
{
    /// <summary>Version of the record that stands in the way; null when the reason is another.</summary>
    public long? ExistingVersion { get; set; }

    /// <summary>Why it was not written.</summary>
    public string Reason { get; set; }

    /// <summary>Its place in the request, from 0.</summary>
    public int? RecordIndex { get; set; }
}
