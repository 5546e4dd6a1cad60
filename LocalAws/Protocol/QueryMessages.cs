namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>A request that the query protocol can carry.</summary>
internal interface IQueryRequest<TSelf>
    where TSelf : IQueryRequest<TSelf>
{
    /// <summary>Reads every parameter the operation has.</summary>
    static abstract TSelf Read(QueryParameters parameters);
}

/// <summary>A response that the query protocol can carry.</summary>
internal interface IQueryResponse
{
    /// <summary>Writes the members of the result.</summary>
    void Write(QueryXml xml);
}
