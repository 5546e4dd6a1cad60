using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>UpdateTable</c> is asked.</summary>
public partial class UpdateTableRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>Whether late records go to the magnetic store.</summary>
    public MagneticStoreWriteProperties MagneticStoreWriteProperties { get; set; }

    /// <summary>How long data is kept in each store.</summary>
    public RetentionProperties RetentionProperties { get; set; }

    /// <summary>How the table is partitioned.</summary>
    public Schema Schema { get; set; }

    /// <summary>Name of the table.</summary>
    public string TableName { get; set; }
}

/// <summary>What <c>UpdateTable</c> replies.</summary>
public partial class UpdateTableResponse : AmazonWebServiceResponse
{
    /// <summary>The table.</summary>
    public Table Table { get; set; }
}
