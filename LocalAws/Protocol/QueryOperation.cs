namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>An operation as the query protocol reaches it: parameters in, members of an XML document out.</summary>
internal abstract class QueryOperation
{
    /// <summary>Runs the operation.</summary>
    /// <returns>What writes the result.</returns>
    /// <exception cref="AwsException">The parameters are refused, by the protocol or by the operation.</exception>
    public abstract ValueTask<Action<QueryXml>> InvokeAsync(
        QueryParameters parameters,
        RequestContext context,
        CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <param name="operation">The operation itself.</param>
/// <param name="write">Writes the result's element, if there is one.</param>
internal sealed class QueryOperation<TRequest, TResponse>(
    IOperation<TRequest, TResponse> operation,
    Action<QueryXml, TResponse> write) : QueryOperation
    where TRequest : IQueryRequest<TRequest>
{
    public override async ValueTask<Action<QueryXml>> InvokeAsync(
        QueryParameters parameters,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var request = TRequest.Read(parameters);
        parameters.RefuseUnread();
        var response = await operation.InvokeAsync(request, context, cancellationToken);
        return xml => write(xml, response);
    }
}
