namespace Amazon.TimestreamQuery.Model;

/// <summary>The type of a column: exactly one of its members is set.</summary>
public partial class Type
{
    /// <summary>The element type, when it is an array.</summary>
    public ColumnInfo ArrayColumnInfo { get; set; }

    /// <summary>The field types, when it is a row.</summary>
    public List<ColumnInfo> RowColumnInfo { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The type, when it is a scalar.</summary>
    public ScalarType ScalarType { get; set; }

    /// <summary>The value type, when it is a time series.</summary>
    public ColumnInfo TimeSeriesMeasureValueColumnInfo { get; set; }
}
