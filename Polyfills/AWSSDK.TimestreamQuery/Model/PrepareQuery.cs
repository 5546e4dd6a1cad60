using Amazon.Runtime;

namespace Amazon.TimestreamQuery.Model;

/// <summary>What <c>PrepareQuery</c> is asked.</summary>
public partial class PrepareQueryRequest : AmazonTimestreamQueryRequest
{
    /// <summary>The SQL, at most 256 KiB.</summary>
    public string QueryString { get; set; }

    /// <summary>Must be true: nothing is stored.</summary>
    public bool? ValidateOnly { get; set; }
}

/// <summary>What <c>PrepareQuery</c> replies.</summary>
public partial class PrepareQueryResponse : AmazonWebServiceResponse
{
    /// <summary>The columns the query would have.</summary>
    public List<SelectColumn> Columns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The parameters the query takes.</summary>
    public List<ParameterMapping> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The SQL, at most 256 KiB.</summary>
    public string QueryString { get; set; }
}
