using System.Text;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Reads bucket and key from the request target as the client sent it.</summary>
/// <remarks>
/// The server's own path folds <c>..</c> and double slashes, which are ordinary parts of a key:
/// <c>PUT /lake/a/../b//c</c> writes the key <c>a/../b//c</c>.
/// </remarks>
internal static class S3Path
{
    /// <summary>Longest key in bytes of UTF-8 (S3: "Object key naming guidelines").</summary>
    private const int MaxKeyBytes = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes the path of a request target, without its first slash.</summary>
    /// <exception cref="S3Exception">InvalidURI.</exception>
    public static string Decode(string rawTarget)
    {
        var path = PathOf(rawTarget);
        if (!path.Contains('%'))
        {
            return path;
        }
        try
        {
            return StrictUtf8.GetString(Unescape(path, rawTarget));
        }
        catch (DecoderFallbackException)
        {
            throw S3Errors.InvalidUri(rawTarget);
        }
    }

    /// <summary>Splits a path-style path into bucket and key, which <see cref="VerifyKey"/> has not seen.</summary>
    public static (string Bucket, string Key) Split(string path)
    {
        var slash = path.IndexOf('/');
        return slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
    }

    /// <summary>Refuses a key S3 would not store.</summary>
    /// <exception cref="S3Exception">KeyTooLongError.</exception>
    public static void VerifyKey(string key)
    {
        var size = Encoding.UTF8.GetByteCount(key);
        if (size > MaxKeyBytes)
        {
            throw S3Errors.KeyTooLong(size, MaxKeyBytes);
        }
    }

    private static string PathOf(string rawTarget)
    {
        // Proxies send the absolute form: GET http://localhost:4566/bucket/key HTTP/1.1
        var scheme = rawTarget.IndexOf("://", StringComparison.Ordinal);
        var start = rawTarget.StartsWith('/') ? 0 : scheme < 0 ? -1 : rawTarget.IndexOf('/', scheme + 3);
        if (start < 0)
        {
            return "";
        }
        var end = rawTarget.AsSpan(start).IndexOf('?');
        return end < 0 ? rawTarget[(start + 1)..] : rawTarget.Substring(start + 1, end - 1);
    }

    private static byte[] Unescape(string path, string rawTarget)
    {
        var bytes = new List<byte>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(path, i, 1));
                continue;
            }
            if (i + 2 >= path.Length || !char.IsAsciiHexDigit(path[i + 1]) || !char.IsAsciiHexDigit(path[i + 2]))
            {
                throw S3Errors.InvalidUri(rawTarget);
            }
            bytes.Add(Convert.FromHexString(path.AsSpan(i + 1, 2))[0]);
            i += 2;
        }
        return [.. bytes];
    }
}
