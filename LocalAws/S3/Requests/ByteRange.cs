using System.Globalization;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The part of an object a GET or HEAD asks for.</summary>
internal readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>Reads a Range header, for example <c>bytes=0-9</c>, <c>bytes=10-</c> or <c>bytes=-5</c>.</summary>
    /// <returns>Null for the whole object: no header, several ranges, or one that is no range (RFC 9110,
    /// 14.2).</returns>
    /// <exception cref="S3Exception">InvalidRange when no byte of the object is inside.</exception>
    public static ByteRange? Parse(string? header, long size)
    {
        const string Unit = "bytes=";
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var parts = header[Unit.Length..].Trim().Split('-');
        if (parts.Length != 2 || !TryParse(parts[0], out var first) || !TryParse(parts[1], out var last))
        {
            return null;
        }
        return (first, last) switch
        {
            (null, null) => null,
            (null, { } suffix) when suffix == 0 || size == 0 => throw S3Errors.InvalidRange(header, size),
            (null, { } suffix) => new ByteRange(Math.Max(0, size - suffix), Math.Min(suffix, size)),
            ({ } from, { } to) when to < from => null,
            ({ } from, _) when from >= size => throw S3Errors.InvalidRange(header, size),
            ({ } from, { } to) => new ByteRange(from, Math.Min(to, size - 1) - from + 1),
            ({ } from, null) => new ByteRange(from, size - from),
        };
    }

    private static bool TryParse(string text, out long? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }
        if (!text.All(char.IsAsciiDigit))
        {
            return false;
        }
        // A position beyond any object is one all the same.
        value = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : long.MaxValue;
        return true;
    }
}
