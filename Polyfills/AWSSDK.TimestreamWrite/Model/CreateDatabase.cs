using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class CreateDatabaseRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }

    public string KmsKeyId { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public partial class CreateDatabaseResponse : AmazonWebServiceResponse
{
    public Database Database { get; set; }
}
