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
        var size = ParseInteger(parameter, text);
        return size < 0
            ? throw S3Errors.InvalidArgument(
                $"Argument {parameter} must be an integer between 0 and 2147483647", parameter, text)
            : Math.Min(size, most);
    }

    /// <summary>Reads it where AWS refuses an empty page and one above <paramref name="most"/>.</summary>
    /// <returns><paramref name="most"/> when it is absent.</returns>
    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public static int ParseStrict(S3Request request, string parameter, int most)
    {
        var text = request.FindQuery(parameter);
        if (string.IsNullOrEmpty(text))
        {
            return most;
        }
        var size = ParseInteger(parameter, text);
        return size >= 1 && size <= most
            ? size
            : throw S3Errors.InvalidArgument(
                $"Argument {parameter} must be an integer between 1 and {most}", parameter, text);
    }

    private static int ParseInteger(string parameter, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw S3Errors.InvalidArgument(
                $"Provided {parameter} not an integer or within integer range", parameter, text);
}
