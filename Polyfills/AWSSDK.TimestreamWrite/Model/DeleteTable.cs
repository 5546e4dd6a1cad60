using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>DeleteTable</c> is asked.</summary>
public partial class DeleteTableRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>Name of the table.</summary>
    public string TableName { get; set; }
}

/// <summary>What <c>DeleteTable</c> replies.</summary>
public partial class DeleteTableResponse : AmazonWebServiceResponse
{
}
