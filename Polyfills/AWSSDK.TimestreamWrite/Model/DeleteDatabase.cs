using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class DeleteDatabaseRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }
}

public partial class DeleteDatabaseResponse : AmazonWebServiceResponse
{
}
