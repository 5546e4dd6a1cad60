using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>An operation as the AWS JSON protocol reaches it: bytes in, bytes out.</summary>
internal abstract class JsonOperation
{
    /// <summary>Runs the operation on the request in <paramref name="body"/> and writes its response.</summary>
    /// <exception cref="AwsException">The body is no request of the operation, or the operation refused it.</exception>
    public abstract ValueTask InvokeAsync(
        ReadOnlyMemory<byte> body,
        PooledBuffer response,
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
    public override async ValueTask InvokeAsync(
        ReadOnlyMemory<byte> body,
        PooledBuffer response,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var request = Read(body.Span);
        using var pooledRequest = request as IDisposable;
        var result = await operation.InvokeAsync(request, context, cancellationToken);
        using var pooledResult = result as IDisposable;
        if (responseType is not null)
        {
            using var writer = new Utf8JsonWriter(response, AwsJson.WriterOptions);
            JsonSerializer.Serialize(writer, result, responseType);
        }
    }

    private TRequest Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, requestType)
                ?? throw AwsException.Serialization("The request body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw AwsException.Serialization(
                $"The request body is not valid JSON for this operation, at {exception.Path ?? "$"}.");
        }
    }
}
