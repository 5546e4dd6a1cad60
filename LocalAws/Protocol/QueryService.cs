namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>A service of the query protocol and its operations by action.</summary>
/// <remarks>Filled while the application is built; read-only, and so safe to share, from then on.</remarks>
/// <param name="signingName">The service in the credential scope, for example <c>sts</c>.</param>
/// <param name="version">The API version, for example <c>2011-06-15</c>.</param>
/// <param name="xmlNamespace">The namespace of its documents.</param>
internal sealed class QueryService(string signingName, string version, string xmlNamespace)
{
    private readonly Dictionary<string, QueryOperation> _operations = new(StringComparer.Ordinal);

    public string SigningName => signingName;

    public string Version => version;

    public string XmlNamespace => xmlNamespace;

    /// <summary>Adds an operation with a result.</summary>
    public QueryService Map<TRequest, TResponse>(string action, IOperation<TRequest, TResponse> operation)
        where TRequest : IQueryRequest<TRequest>
        where TResponse : IQueryResponse
    {
        _operations.Add(action, new QueryOperation<TRequest, TResponse>(
            operation,
            (xml, response) => xml.Structure(action + "Result", response.Write)));
        return this;
    }

    /// <summary>Adds an operation that answers with nothing but the request's id.</summary>
    public QueryService Map<TRequest>(string action, IOperation<TRequest, NoContent> operation)
        where TRequest : IQueryRequest<TRequest>
    {
        _operations.Add(action, new QueryOperation<TRequest, NoContent>(operation, static (_, _) => { }));
        return this;
    }

    /// <summary>The names of all operations.</summary>
    public IReadOnlyCollection<string> Actions => _operations.Keys;

    public QueryOperation? Find(string action) => _operations.GetValueOrDefault(action);
}
