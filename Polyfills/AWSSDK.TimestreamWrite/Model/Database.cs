namespace Amazon.TimestreamWrite.Model;

/// <summary>A database.</summary>
public partial class Database
{
    /// <summary>ARN of the resource.</summary>
    public string Arn { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The encryption key.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime? LastUpdatedTime { get; set; }

    /// <summary>How many tables it has.</summary>
    public long? TableCount { get; set; }
}
