using System.Formats.Cbor;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TelemetryAspire.LocalAws.Protocol.Cbor;

/// <summary>The CBOR that the AWS SDKs for Java, and so the KCL and Flink, speak with Kinesis.</summary>
internal sealed class CborWireFormat : WireFormat
{
    public static readonly CborWireFormat Instance = new();

    private CborWireFormat()
        : base("application/x-amz-cbor-1.1")
    {
    }

    /// <summary>PutRecords takes 10 MiB of data and keys, which are sent as they are.</summary>
    public override int MaxRequestBytes => 16 * 1024 * 1024;

    public override T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
    {
        // Base64 is a third longer than bytes; what else there is, is little.
        using var json = new PooledBuffer((int)(body.Length * 1.4));
        try
        {
            CborToJson.Transcode(body, json, type);
        }
        catch (Exception exception) when (exception is CborContentException or OverflowException)
        {
            throw AwsException.Serialization($"The request body is not valid CBOR: {exception.Message}");
        }

        return JsonWireFormat.Version11.Read(json.Memory, type);
    }

    public override void Write<T>(PooledBuffer output, T message, JsonTypeInfo<T> type)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        CborSerializer.Write(writer, message, type);
        Flush(writer, output);
    }

    public override void WriteEmpty(PooledBuffer output)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        Flush(writer, output);
    }

    public override void WriteError(PooledBuffer output, string? typeName, AwsException exception)
    {
        using var json = new PooledBuffer();
        ErrorBody.Write(json, typeName, exception);
        var writer = new CborWriter(CborConformanceMode.Lax);
        JsonToCbor.Transcode(JsonElement.Parse(json.Span), writer);
        Flush(writer, output);
    }

    private static void Flush(CborWriter writer, PooledBuffer output) =>
        output.Advance(writer.Encode(output.GetSpan(writer.BytesWritten)));
}
