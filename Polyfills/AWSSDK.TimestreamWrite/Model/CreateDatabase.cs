using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>CreateDatabase</c> is asked.</summary>
public partial class CreateDatabaseRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The encryption key.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>Labels to put on the resource.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

/// <summary>What <c>CreateDatabase</c> replies.</summary>
public partial class CreateDatabaseResponse : AmazonWebServiceResponse
{
    /// <summary>The database.</summary>
    public Database Database { get; set; }
}
