using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace TelemetryAspire.LocalAws.Protocol.EventStreams;

/// <summary>A message of <c>application/vnd.amazon.eventstream</c>.</summary>
/// <remarks>
/// In big-endian order, as https://smithy.io/2.0/aws/amazon-eventstream.html has it:
/// <code>
/// bytes 0..3   length of the message, all of it
/// bytes 4..7   length of the headers
/// bytes 8..11  CRC-32 of the bytes before
/// headers      each: length of the name (1), name, 7 for text, length of the value (2), value
/// payload
/// last 4       CRC-32 of all bytes before
/// </code>
/// </remarks>
internal static class EventStreamFrame
{
    private const int PreludeBytes = 12;
    private const int ChecksumBytes = 4;
    private const byte TextHeader = 7;

    /// <summary>Begins a message; write its payload after it, then call <see cref="End"/>.</summary>
    /// <param name="frame">An empty buffer.</param>
    /// <param name="headers">Names and values, each ASCII and shorter than 256 characters.</param>
    public static void Begin(PooledBuffer frame, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        frame.GetSpan(PreludeBytes)[..PreludeBytes].Clear();
        frame.Advance(PreludeBytes);
        foreach (var (name, value) in headers)
        {
            var header = frame.GetSpan(4 + name.Length + value.Length);
            header[0] = (byte)name.Length;
            Encoding.ASCII.GetBytes(name, header[1..]);
            var rest = header[(1 + name.Length)..];
            rest[0] = TextHeader;
            BinaryPrimitives.WriteUInt16BigEndian(rest[1..], (ushort)value.Length);
            Encoding.ASCII.GetBytes(value, rest[3..]);
            frame.Advance(4 + name.Length + value.Length);
        }

        BinaryPrimitives.WriteInt32BigEndian(frame.WritableSpan[4..], frame.Length - PreludeBytes);
    }

    /// <summary>Completes the message.</summary>
    public static void End(PooledBuffer frame)
    {
        BinaryPrimitives.WriteInt32BigEndian(frame.WritableSpan, frame.Length + ChecksumBytes);
        BinaryPrimitives.WriteUInt32BigEndian(frame.WritableSpan[8..], Crc32.HashToUInt32(frame.Span[..8]));
        BinaryPrimitives.WriteUInt32BigEndian(frame.GetSpan(ChecksumBytes), Crc32.HashToUInt32(frame.Span));
        frame.Advance(ChecksumBytes);
    }
}
