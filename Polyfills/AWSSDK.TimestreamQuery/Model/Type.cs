namespace Amazon.TimestreamQuery.Model;

public partial class Type
{
    public ColumnInfo ArrayColumnInfo { get; set; }

    public List<ColumnInfo> RowColumnInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ScalarType ScalarType { get; set; }

    public ColumnInfo TimeSeriesMeasureValueColumnInfo { get; set; }
}
