using System.Text.Json.Serialization.Metadata;
using TelemetryAspire.LocalAws.Protocol.Cbor;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>How the messages of the AWS JSON protocols look on the wire: JSON, or CBOR of the same shape.</summary>
internal abstract class WireFormat(string contentType)
{
    /// <summary>The content type of every response, event and error.</summary>
    public string ContentType => contentType;

    /// <summary>The largest request body accepted, in bytes.</summary>
    public virtual int MaxRequestBytes => RequestBody.MaxBytes;

    /// <summary>The format a request is in, which is that of its response too.</summary>
    public static WireFormat Of(HttpRequest request)
    {
        if (request.ContentType is not { } contentType)
        {
            return JsonWireFormat.Version11;
        }

        if (contentType.StartsWith("application/x-amz-cbor", StringComparison.OrdinalIgnoreCase))
        {
            return CborWireFormat.Instance;
        }

        return contentType.StartsWith("application/x-amz-json-1.0", StringComparison.OrdinalIgnoreCase)
            ? JsonWireFormat.Version10
            : JsonWireFormat.Version11;
    }

    /// <summary>Reads a request.</summary>
    /// <exception cref="AwsException">SerializationException: the body is no request of the operation.</exception>
    public abstract T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type);

    /// <summary>Writes a response or an event.</summary>
    public abstract void Write<T>(PooledBuffer output, T message, JsonTypeInfo<T> type);

    /// <summary>Writes a message without members.</summary>
    public abstract void WriteEmpty(PooledBuffer output);

    /// <summary>Writes an error.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="typeName">The error's name, with its namespace; null where something else tells it.</param>
    /// <param name="exception">The error.</param>
    public abstract void WriteError(PooledBuffer output, string? typeName, AwsException exception);
}
