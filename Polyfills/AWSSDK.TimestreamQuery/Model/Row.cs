namespace Amazon.TimestreamQuery.Model;

/// <summary>A row of a result, one datum per column.</summary>
public partial class Row
{
    /// <summary>The values, in the order of the columns.</summary>
    public List<Datum> Data { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
