using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

public partial class WriteRecordsRequest : AmazonTimestreamWriteRequest
{
    public Record CommonAttributes { get; set; }

    public string DatabaseName { get; set; }

    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string TableName { get; set; }
}

public partial class WriteRecordsResponse : AmazonWebServiceResponse
{
    public RecordsIngested RecordsIngested { get; set; }
}
