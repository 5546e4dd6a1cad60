using Amazon.Runtime;

namespace Amazon.Kinesis.Model;

public partial class UpdateMaxRecordSizeRequest : AmazonKinesisRequest
{
    public int? MaxRecordSizeInKiB { get; set; }

    public string StreamARN { get; set; }

    public string StreamId { get; set; }
}

public partial class UpdateMaxRecordSizeResponse : AmazonWebServiceResponse
{
}
