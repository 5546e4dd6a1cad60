using System.Buffers.Binary;
using System.Text;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>
/// The content of a token that is handed to a caller to be given back: a shard iterator, the next page.
/// </summary>
/// <remarks>
/// Carries all it needs, so that it is valid after a restart; a checksum tells what was not issued here.
/// </remarks>
/// <param name="IssuedAt">Milliseconds since 1970.</param>
/// <param name="StreamCreatedAt">
/// The creation time of the stream, so that a later one of the same name is told apart.
/// </param>
/// <param name="Shard">The index of a shard.</param>
/// <param name="Position">The number of the next record, or of the next item of a list.</param>
/// <param name="Name">The name of the stream, for some kinds with more behind it.</param>
internal readonly record struct OpaqueToken(long IssuedAt, long StreamCreatedAt, int Shard, long Position, string Name)
{
    /// <summary>How long a shard iterator or a page token is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int FixedBytes = 4 + 1 + 8 + 8 + 4 + 8;

    /// <summary>Issues the token as text.</summary>
    /// <param name="kind">Tells tokens of one purpose from those of another.</param>
    public string Encode(OpaqueTokenKind kind)
    {
        var name = Encoding.UTF8.GetBytes(Name);
        Span<byte> bytes = stackalloc byte[FixedBytes + name.Length];
        bytes[4] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[5..], IssuedAt);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[13..], StreamCreatedAt);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[21..], Shard);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[25..], Position);
        name.CopyTo(bytes[FixedBytes..]);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Checksum(bytes));
        return Convert.ToBase64String(bytes);
    }

    /// <returns>False when the text is not a token of this kind that <see cref="Encode"/> made.</returns>
    public static bool TryDecode(string text, OpaqueTokenKind kind, out OpaqueToken token)
    {
        token = default;
        Span<byte> buffer = stackalloc byte[1024];
        if (text.Length > 1024
            || !Convert.TryFromBase64String(text, buffer, out var length)
            || length < FixedBytes
            || buffer[4] != (byte)kind)
        {
            return false;
        }

        var bytes = buffer[..length];
        token = new OpaqueToken(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[5..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[13..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[25..]),
            Encoding.UTF8.GetString(bytes[FixedBytes..]));
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) == Checksum(bytes);
    }

    /// <summary>Whether the token is older than <see cref="Lifetime"/>.</summary>
    public bool IsExpired(DateTimeOffset now) => now.ToUnixTimeMilliseconds() - IssuedAt > Lifetime.TotalMilliseconds;

    private static uint Checksum(ReadOnlySpan<byte> bytes) => RecordFrame.Checksum(uint.MaxValue, bytes[4..]);
}

/// <summary>What a token is for.</summary>
internal enum OpaqueTokenKind : byte
{
    ShardIterator = 1,
    NextStreams = 2,
    NextShards = 3,
    NextShardsAtTime = 5,
    NextConsumers = 4,
}
