using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class UpdateTableRequest : AmazonTimestreamWriteRequest
{
    public string DatabaseName { get; set; }

    public MagneticStoreWriteProperties MagneticStoreWriteProperties { get; set; }

    public RetentionProperties RetentionProperties { get; set; }

    public Schema Schema { get; set; }

    public string TableName { get; set; }
}

public partial class UpdateTableResponse : AmazonWebServiceResponse
{
    public Table Table { get; set; }
}
