namespace Amazon.TimestreamWrite.Model;

public partial class RetentionProperties
{
    public long? MagneticStoreRetentionPeriodInDays { get; set; }

    public long? MemoryStoreRetentionPeriodInHours { get; set; }
}
