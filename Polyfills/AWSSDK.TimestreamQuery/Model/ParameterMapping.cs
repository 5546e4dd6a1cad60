namespace Amazon.TimestreamQuery.Model;

/// <summary>A named parameter of a prepared query.</summary>
public partial class ParameterMapping
{
    /// <summary>Name of the parameter.</summary>
    public string Name { get; set; }

    /// <summary>Type of the parameter.</summary>
    public Type Type { get; set; }
}
