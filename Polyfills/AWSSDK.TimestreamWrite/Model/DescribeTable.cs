using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class DescribeTableRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }

    public string TableName { get; set; }
}

public partial class DescribeTableResponse : AmazonWebServiceResponse
{
    public Table Table { get; set; }
}
