using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>A message of <c>application/vnd.amazon.eventstream</c>, taken apart byte by byte as its specification says.</summary>
internal sealed record EventStreamMessage(IReadOnlyDictionary<string, string> Headers, byte[] Payload)
{
    /// <summary>The event's or the exception's name.</summary>
    public string Name => Headers.TryGetValue(":event-type", out var name) ? name : Headers[":exception-type"];

    public bool IsException => Headers[":message-type"] == "exception";

    /// <summary>Reads the next message, and checks its checksums.</summary>
    /// <returns>Null at the end of the stream.</returns>
    public static async Task<EventStreamMessage?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var prelude = new byte[12];
        if (await stream.ReadAtLeastAsync(prelude, 12, throwOnEndOfStream: false, cancellationToken) is var read and < 12)
        {
            Assert.Equal(0, read);
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(prelude);
        var headerLength = BinaryPrimitives.ReadInt32BigEndian(prelude.AsSpan(4));
        Assert.Equal(Crc32.HashToUInt32(prelude.AsSpan(0, 8)), BinaryPrimitives.ReadUInt32BigEndian(prelude.AsSpan(8)));
        var message = new byte[length];
        prelude.CopyTo(message, 0);
        await stream.ReadExactlyAsync(message.AsMemory(12), cancellationToken);
        Assert.Equal(Crc32.HashToUInt32(message.AsSpan(..^4)), BinaryPrimitives.ReadUInt32BigEndian(message.AsSpan(^4)));
        return new EventStreamMessage(ReadHeaders(message.AsSpan(12, headerLength)), message[(12 + headerLength)..^4]);
    }

    private static Dictionary<string, string> ReadHeaders(ReadOnlySpan<byte> bytes)
    {
        var headers = new Dictionary<string, string>();
        while (!bytes.IsEmpty)
        {
            var name = bytes.Slice(1, bytes[0]);
            bytes = bytes[(1 + bytes[0])..];
            Assert.Equal(7, bytes[0]);
            var valueLength = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
            headers.Add(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(bytes.Slice(3, valueLength)));
            bytes = bytes[(3 + valueLength)..];
        }

        return headers;
    }
}
