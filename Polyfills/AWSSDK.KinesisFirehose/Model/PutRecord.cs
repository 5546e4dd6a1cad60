using Amazon.Runtime;

namespace Amazon.KinesisFirehose.Model;

/// <summary>What <c>PutRecord</c> is asked.</summary>
public partial class PutRecordRequest : AmazonKinesisFirehoseRequest
{
    /// <summary>Name of the delivery stream, 1 to 64 letters, digits, <c>_ . -</c>.</summary>
    public string DeliveryStreamName { get; set; }

    /// <summary>The record.</summary>
    public Record Record { get; set; }
}

/// <summary>What <c>PutRecord</c> replies.</summary>
public partial class PutRecordResponse : AmazonWebServiceResponse
{
    /// <summary>Whether server-side encryption was on.</summary>
    public bool? Encrypted { get; set; }

    /// <summary>Id of the record.</summary>
    public string RecordId { get; set; }
}
