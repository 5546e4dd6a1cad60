using System.Text;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The opaque token between two pages of a listing: where the next page begins.</summary>
internal static class ContinuationToken
{
    public static string Format(string position) => Convert.ToBase64String(Encoding.UTF8.GetBytes(position));

    /// <summary>The position; empty when there is no token.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static string Parse(string? token)
    {
        if (token is null)
        {
            return "";
        }
        var bytes = new byte[token.Length];
        return token.Length > 0 && Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw S3Errors.InvalidArgument(
                "The continuation token provided is incorrect", "continuation-token", token);
    }
}
