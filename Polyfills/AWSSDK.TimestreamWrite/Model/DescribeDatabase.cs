using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class DescribeDatabaseRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }
}

public partial class DescribeDatabaseResponse : AmazonWebServiceResponse
{
    public Database Database { get; set; }
}
