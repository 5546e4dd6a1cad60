namespace Amazon.TimestreamWrite.Model;

public partial class Database
{
    public string Arn { get; set; }

    public DateTime? CreationTime { get; set; }

    public string DatabaseName { get; set; }

    public string KmsKeyId { get; set; }

    public DateTime? LastUpdatedTime { get; set; }

    public long? TableCount { get; set; }
}
