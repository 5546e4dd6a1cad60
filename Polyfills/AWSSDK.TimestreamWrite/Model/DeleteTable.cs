using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class DeleteTableRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }

    public string TableName { get; set; }
}

public partial class DeleteTableResponse : AmazonWebServiceResponse
{
}
