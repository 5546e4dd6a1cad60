using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>DescribeTable</c> is asked.</summary>
public partial class DescribeTableRequest : AmazonTimestreamWriteRequest
{
    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>Name of the table.</summary>
    public string TableName { get; set; }
}

/// <summary>What <c>DescribeTable</c> replies.</summary>
public partial class DescribeTableResponse : AmazonWebServiceResponse
{
    /// <summary>The table.</summary>
    public Table Table { get; set; }
}
