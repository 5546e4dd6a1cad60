using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>DeleteDatabase</c> is asked.</summary>
public partial class DeleteDatabaseRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }
}

/// <summary>What <c>DeleteDatabase</c> replies.</summary>
public partial class DeleteDatabaseResponse : AmazonWebServiceResponse
{
}
