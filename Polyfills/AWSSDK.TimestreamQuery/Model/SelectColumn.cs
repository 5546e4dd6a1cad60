namespace Amazon.TimestreamQuery.Model;

/// <summary>A column of a prepared query and where it comes from.</summary>
public partial class SelectColumn
{
    /// <summary>Whether the query names the column itself.</summary>
    public bool? Aliased { get; set; }

    /// <summary>Database the column comes from.</summary>
    public string DatabaseName { get; set; }

    /// <summary>Name of the column.</summary>
    public string Name { get; set; }

    /// <summary>Table the column comes from.</summary>
    public string TableName { get; set; }

    /// <summary>Type of the column.</summary>
    public Type Type { get; set; }
}
