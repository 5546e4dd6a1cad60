using Amazon.Runtime;

namespace Amazon.TimestreamWrite.Model;

/// <summary>What <c>WriteRecords</c> is asked.</summary>
public partial class WriteRecordsRequest : AmazonTimestreamWriteRequest
{
    /// <summary>What all records share: merged into each; a dimension in both is an error.</summary>
    public Record CommonAttributes { get; set; }

    /// <summary>Name of the database.</summary>
    public string DatabaseName { get; set; }

    /// <summary>The records, 1 to 100.</summary>
    public List<Record> Records { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Name of the table.</summary>
    public string TableName { get; set; }
}

/// <summary>What <c>WriteRecords</c> replies.</summary>
public partial class WriteRecordsResponse : AmazonWebServiceResponse
{
    /// <summary>How many were written.</summary>
    public RecordsIngested RecordsIngested { get; set; }
}
