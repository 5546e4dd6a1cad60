using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class UpdateDatabaseRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }

    public string KmsKeyId { get; set; }
}

public partial class UpdateDatabaseResponse : AmazonWebServiceResponse
{
    public Database Database { get; set; }
}
