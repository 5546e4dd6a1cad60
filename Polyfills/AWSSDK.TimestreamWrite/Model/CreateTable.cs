using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class CreateTableRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }

    public MagneticStoreWriteProperties MagneticStoreWriteProperties { get; set; }

    public RetentionProperties RetentionProperties { get; set; }

    public Schema Schema { get; set; }

    public string TableName { get; set; }

    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}

public partial class CreateTableResponse : AmazonWebServiceResponse
{
    public Table Table { get; set; }
}
