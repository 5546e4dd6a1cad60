namespace Amazon.TimestreamWrite.Model;

/// <summary>How long a table keeps data in each store.</summary>
public partial class RetentionProperties
{
    /// <summary>How long data stays in the magnetic store, in days: 1 to 73,000.</summary>
    public long? MagneticStoreRetentionPeriodInDays { get; set; }

    /// <summary>How long data stays in the memory store, in hours: 1 to 8,766.</summary>
    public long? MemoryStoreRetentionPeriodInHours { get; set; }
}
