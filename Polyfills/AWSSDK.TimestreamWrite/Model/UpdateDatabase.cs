using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>UpdateDatabase</c> is asked.</summary>
public partial class UpdateDatabaseRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The encryption key.</summary>
    public string KmsKeyId { get; set; }
}

/// <summary>What <c>UpdateDatabase</c> replies.</summary>
public partial class UpdateDatabaseResponse : AmazonWebServiceResponse
{
    /// <summary>The database.</summary>
    public Database Database { get; set; }
}
