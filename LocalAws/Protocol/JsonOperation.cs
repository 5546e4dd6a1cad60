using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>An operation as the AWS JSON protocols reach it: bytes in, bytes out.</summary>
internal abstract class JsonOperation
{
    /// <summary>The shape of a request.</summary>
    public abstract JsonTypeInfo RequestType { get; }

    /// <summary>Runs the operation on the request in <paramref name="body"/> and writes its response.</summary>
    /// <exception cref="AwsException">The body is no request of the operation, or the operation refused it.</exception>
    public abstract ValueTask InvokeAsync(
        ReadOnlyMemory<byte> body,
        PooledBuffer response,
        WireFormat format,
        RequestContext context,
        CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <param name="requestType">How to read the request.</param>
/// <param name="responseType">How to write the response; null for an empty body.</param>
/// <param name="operation">The operation itself.</param>
internal sealed class JsonOperation<TRequest, TResponse>(
    JsonTypeInfo<TRequest> requestType,
    JsonTypeInfo<TResponse>? responseType,
    IOperation<TRequest, TResponse> operation) : JsonOperation
{
    public override JsonTypeInfo RequestType => requestType;

    public override async ValueTask InvokeAsync(
        ReadOnlyMemory<byte> body,
        PooledBuffer response,
        WireFormat format,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var request = format.Read(body, requestType);
        using var pooledRequest = request as IDisposable;
        var result = await operation.InvokeAsync(request, context, cancellationToken);
        using var pooledResult = result as IDisposable;
        if (responseType is not null)
        {
            format.Write(response, result, responseType);
        }
    }
}
