namespace Amazon.TimestreamWrite.Model;

public partial class RejectedRecord
{
    public long? ExistingVersion { get; set; }

    public string Reason { get; set; }

    public int? RecordIndex { get; set; }
}
