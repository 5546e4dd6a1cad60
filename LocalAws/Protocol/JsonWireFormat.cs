using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>The JSON of the AWS JSON protocols 1.0 and 1.1, which differ in nothing but their content type.</summary>
internal sealed class JsonWireFormat : WireFormat
{
    public static readonly JsonWireFormat Version10 = new("application/x-amz-json-1.0");
    public static readonly JsonWireFormat Version11 = new("application/x-amz-json-1.1");

    private JsonWireFormat(string contentType)
        : base(contentType)
    {
    }

    public override T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
    {
        try
        {
            JsonText.Verify(body.Span);
            return JsonSerializer.Deserialize(body.Span, type)
                ?? throw AwsException.Serialization("The request body must be an object.");
        }
        catch (JsonException exception)
        {
            throw AwsException.Serialization(
                $"The request body is not valid for this operation, at {exception.Path ?? "$"}.");
        }
    }

    public override void Write<T>(PooledBuffer output, T message, JsonTypeInfo<T> type)
    {
        using var writer = new Utf8JsonWriter(output, AwsJson.WriterOptions);
        JsonSerializer.Serialize(writer, message, type);
    }

    public override void WriteEmpty(PooledBuffer output)
    {
        "{}"u8.CopyTo(output.GetSpan(2));
        output.Advance(2);
    }

    public override void WriteError(PooledBuffer output, string? typeName, AwsException exception) =>
        ErrorBody.Write(output, typeName, exception);
}
