using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>CreateTable</c> is asked.</summary>
public partial class CreateTableRequest : AmazonTimestreamWriteRequest
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

    /// <summary>Labels to put on the resource.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>What <c>CreateTable</c> replies.</summary>
public partial class CreateTableResponse : AmazonWebServiceResponse
{
    /// <summary>The table.</summary>
    public Table Table { get; set; }
}
