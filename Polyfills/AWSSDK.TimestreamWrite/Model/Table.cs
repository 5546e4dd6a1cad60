namespace Amazon.TimestreamWrite.Model;

/// <summary>A table.</summary>
public partial class Table
{
    /// <summary>ARN of the resource.</summary>
    public string Arn { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime? LastUpdatedTime { get; set; }

    /// <summary>Whether late records go to the magnetic store.</summary>
    public MagneticStoreWriteProperties MagneticStoreWriteProperties { get; set; }

    /// <summary>How long data is kept in each store.</summary>
    public RetentionProperties RetentionProperties { get; set; }

    /// <summary>How the table is partitioned.</summary>
    public Schema Schema { get; set; }

    /// <summary>Name of the table.</summary>
    public string TableName { get; set; }

    /// <summary>What the table is going through.</summary>
    public TableStatus TableStatus { get; set; }
}
