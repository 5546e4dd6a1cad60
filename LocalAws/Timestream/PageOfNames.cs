using System.Text;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Pages of lists that are ordered by names: the token is the last name of the page before.</summary>
internal static class PageOfNames
{
    private const int MaxPageSize = 20;

    /// <summary>Checks MaxResults, which the model limits to 1 to 20.</summary>
    public static void Check(int? maxResults)
    {
        var validation = new Validation();
        validation.Range("maxResults", maxResults, 1, MaxPageSize);
        validation.ThrowIfFailed();
    }

    /// <summary>Takes the page after <paramref name="nextToken"/> from items in ordinal order of their names.</summary>
    public static (List<T> Page, string? NextToken) Take<T>(
        IEnumerable<T> items, Func<T, string> name, string? nextToken, int? maxResults)
    {
        var after = nextToken is null ? null : Decode(nextToken);
        var size = maxResults ?? MaxPageSize;
        var rest = items
            .Where(item => after is null || string.CompareOrdinal(name(item), after) > 0)
            .Take(size + 1)
            .ToList();
        if (rest.Count <= size)
        {
            return (rest, null);
        }

        rest.RemoveAt(size);
        return (rest, Convert.ToBase64String(Encoding.UTF8.GetBytes(name(rest[^1]))));
    }

    private static string Decode(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw TimestreamErrors.Validation("Invalid pagination token.");
    }
}
