namespace Amazon.TimestreamQuery.Model;

public partial class ColumnInfo
{
    public string Name { get; set; }

    public Type Type { get; set; }
}
