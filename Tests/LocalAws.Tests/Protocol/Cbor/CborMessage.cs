using System.Formats.Cbor;
using System.Net.Http.Headers;

namespace TelemetryAspire.LocalAws.Tests.Protocol.Cbor;

/// <summary>Requests and responses in the CBOR of the AWS SDKs for Java.</summary>
internal static class CborMessage
{
    public const string ContentType = "application/x-amz-cbor-1.1";

    /// <summary>Posts a body to an operation.</summary>
    public static async Task<CborResponse> PostCborAsync(this HttpClient client, string target, byte[] body)
    {
        using var request = RequestOf(target, body);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new CborResponse(response.StatusCode, response.Content.Headers.ContentType?.ToString(), bytes);
    }

    public static HttpRequestMessage RequestOf(string target, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Amz-Target", target);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        return request;
    }

    /// <summary>Writes a map: numbers, texts, blobs, times (as Java does), lists and maps of the same.</summary>
    public static byte[] Encode(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(null);
        foreach (var (name, value) in members)
        {
            writer.WriteTextString(name);
            Write(writer, value);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <summary>
    /// Reads a message: maps become dictionaries, arrays lists, and tag 1 with milliseconds a
    /// <see cref="DateTimeOffset"/>.
    /// </summary>
    public static object? Decode(byte[] bytes)
    {
        var reader = new CborReader(bytes);
        var value = Read(reader);
        Assert.Equal(0, reader.BytesRemaining);
        return value;
    }

    private static void Write(CborWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNull(); break;
            case int number: writer.WriteInt32(number); break;
            case long number: writer.WriteInt64(number); break;
            case string text: writer.WriteTextString(text); break;
            case byte[] blob: writer.WriteByteString(blob); break;
            case DateTimeOffset time:
                writer.WriteTag(CborTag.UnixTimeSeconds);
                writer.WriteInt64(time.ToUnixTimeMilliseconds());
                break;
            case byte[][] encoded:
                writer.WriteStartArray(null);
                Array.ForEach(encoded, item => writer.WriteEncodedValue(item));
                writer.WriteEndArray();
                break;
            case ReadOnlyMemory<byte> encoded: writer.WriteEncodedValue(encoded.Span); break;
            default: throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private static object? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap: return ReadMap(reader);
            case CborReaderState.StartArray: return ReadList(reader);
            case CborReaderState.TextString: return reader.ReadTextString();
            case CborReaderState.ByteString: return reader.ReadByteString();
            case CborReaderState.Boolean: return reader.ReadBoolean();
            case CborReaderState.Tag:
                Assert.Equal(CborTag.UnixTimeSeconds, reader.ReadTag());
                Assert.Equal(CborReaderState.UnsignedInteger, reader.PeekState());
                return DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64());
            case CborReaderState.Null: reader.ReadNull(); return null;
            default: return reader.ReadInt64();
        }
    }

    private static Dictionary<string, object?> ReadMap(CborReader reader)
    {
        var map = new Dictionary<string, object?>();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            map.Add(reader.ReadTextString(), Read(reader));
        }

        reader.ReadEndMap();
        return map;
    }

    private static List<object?> ReadList(CborReader reader)
    {
        var list = new List<object?>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            list.Add(Read(reader));
        }

        reader.ReadEndArray();
        return list;
    }
}
