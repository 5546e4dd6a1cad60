namespace Amazon.TimestreamQuery.Model;

public partial class ParameterMapping
{
    public string Name { get; set; }

    public Type Type { get; set; }
}
