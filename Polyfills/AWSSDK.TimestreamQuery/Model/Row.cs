namespace Amazon.TimestreamQuery.Model;

public partial class Row
{
    public List<Datum> Data { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
