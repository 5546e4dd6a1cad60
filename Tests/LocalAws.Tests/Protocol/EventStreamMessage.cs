using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>A message of <c>application/vnd.amazon.eventstream</c>, read as its specification says.</summary>
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
        var read = await stream.ReadAtLeastAsync(prelude, 12, throwOnEndOfStream: false, cancellationToken);
        if (read < 12)
        {
            Assert.Equal(0, read);
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(prelude);
        var headerLength = BinaryPrimitives.ReadInt32BigEndian(prelude.AsSpan(4));
        AssertChecksum(prelude);
        var message = new byte[length];
        prelude.CopyTo(message, 0);
        await stream.ReadExactlyAsync(message.AsMemory(12), cancellationToken);
        AssertChecksum(message);
        return new EventStreamMessage(ReadHeaders(message.AsSpan(12, headerLength)), message[(12 + headerLength)..^4]);
    }

    /// <summary>The last four bytes are the checksum of those before.</summary>
    private static void AssertChecksum(ReadOnlySpan<byte> bytes) =>
        Assert.Equal(Crc32.HashToUInt32(bytes[..^4]), BinaryPrimitives.ReadUInt32BigEndian(bytes[^4..]));

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
