using System.Text;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>One page of a list, and the token of the next.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>Divides a list into pages. A token names the last item seen, so what comes before it may change.</summary>
internal static class Page
{
    private const int Size = 100;

    /// <exception cref="AwsException">The token names no item.</exception>
    public static Page<T> Of<T>(IReadOnlyList<T> items, Func<T, string> key, string? token)
    {
        var start = 0;
        if (token is not null)
        {
            start = items.Select(item => Encode(key(item))).ToList().IndexOf(token) + 1;
            if (start == 0)
            {
                throw AwsException.Validation("The NextToken is invalid or expired; start again without it.");
            }
        }

        var page = items.Skip(start).Take(Size).ToList();
        return new Page<T>(page, start + page.Count < items.Count ? Encode(key(page[^1])) : null);
    }

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));
}
