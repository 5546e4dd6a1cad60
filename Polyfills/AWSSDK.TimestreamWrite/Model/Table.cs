namespace Amazon.TimestreamWrite.Model;

public partial class Table
{
    public string Arn { get; set; }

    public DateTime? CreationTime { get; set; }

    public string DatabaseName { get; set; }

    public DateTime? LastUpdatedTime { get; set; }

    public MagneticStoreWriteProperties MagneticStoreWriteProperties { get; set; }

    public RetentionProperties RetentionProperties { get; set; }

    public Schema Schema { get; set; }

    public string TableName { get; set; }

    public TableStatus TableStatus { get; set; }
}
