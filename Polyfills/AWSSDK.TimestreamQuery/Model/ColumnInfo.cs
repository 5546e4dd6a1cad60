namespace Amazon.TimestreamQuery.Model;

/// <summary>Name and type of a column; the name is missing inside arrays.</summary>
public partial class ColumnInfo
{
    /// <summary>Name of the column.</summary>
    public string Name { get; set; }

    /// <summary>Type of the column.</summary>
    public Type Type { get; set; }
}
