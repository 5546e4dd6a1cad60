namespace Amazon.TimestreamQuery.Model;

public partial class SelectColumn
{
    public bool? Aliased { get; set; }

    public string DatabaseName { get; set; }

    public string Name { get; set; }

    public string TableName { get; set; }

    public Type Type { get; set; }
}
