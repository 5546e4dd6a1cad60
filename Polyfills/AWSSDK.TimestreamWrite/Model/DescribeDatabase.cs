using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>DescribeDatabase</c> is asked.</summary>
public partial class DescribeDatabaseRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }
}

/// <summary>What <c>DescribeDatabase</c> replies.</summary>
public partial class DescribeDatabaseResponse : AmazonWebServiceResponse
{
    /// <summary>The database.</summary>
    public Database Database { get; set; }
}
