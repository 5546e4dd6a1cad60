using System.Globalization;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The query parameter that bounds a page.</summary>
internal static class PageSize
{
    /// <summary>Reads it; a value above <paramref name="most"/> counts as that.</summary>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static int Parse(S3Request request, string parameter, int ifAbsent, int most)
    {
        var text = request.FindQuery(parameter);
        if (string.IsNullOrEmpty(text))
        {
            return ifAbsent;
        }
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size))
        {
            throw S3Errors.InvalidArgument(
                $"Provided {parameter} not an integer or within integer range", parameter, text);
        }
        return size < 0
            ? throw S3Errors.InvalidArgument(
                $"Argument {parameter} must be an integer between 0 and 2147483647", parameter, text)
            : Math.Min(size, most);
    }
}
