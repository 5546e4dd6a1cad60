using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The opaque token between two pages of a listing: where the next page begins.</summary>
/// <remarks>A checksum before the position tells a token from any other text.</remarks>
internal static class ContinuationToken
{
    private const int ChecksumBytes = sizeof(uint);

    public static string Format(string position)
    {
        var bytes = new byte[ChecksumBytes + Encoding.UTF8.GetByteCount(position)];
        Encoding.UTF8.GetBytes(position, bytes.AsSpan(ChecksumBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Crc32.HashToUInt32(bytes.AsSpan(ChecksumBytes)));
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The position; empty when there is no token.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static string Parse(string? token)
    {
        if (token is null)
        {
            return "";
        }
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length) && IsIssued(bytes.AsSpan(0, length))
            ? Encoding.UTF8.GetString(bytes, ChecksumBytes, length - ChecksumBytes)
            : throw S3Errors.InvalidArgument(
                "The continuation token provided is incorrect", "continuation-token", token);
    }

    private static bool IsIssued(ReadOnlySpan<byte> token) =>
        token.Length > ChecksumBytes
        && BinaryPrimitives.ReadUInt32LittleEndian(token) == Crc32.HashToUInt32(token[ChecksumBytes..]);
}
