using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Makes a repeated call of Query with one ClientToken the same call: it gets the first one's answer.</summary>
/// <remarks>SDKs send a new token with every call, and the same one when they retry it.</remarks>
internal sealed class ClientTokens(TimeProvider timeProvider)
{
    /// <summary>Answers are kept for retries, which come soon; a page has up to 1 MB.</summary>
    private const int MaxEntries = 64;

    /// <summary>The service's window in which one token with different parameters conflicts.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Entry> _entries = [];

    /// <exception cref="AwsException">ConflictException: the token came with other parameters before.</exception>
    public async Task<QueryResponse> RunOnceAsync(string token, string parameters, Func<Task<QueryResponse>> run)
    {
        Entry entry;
        lock (_lock)
        {
            Forget();
            if (!_entries.TryGetValue(token, out var known))
            {
                known = new Entry(parameters, timeProvider.GetUtcNow(), new Lazy<Task<QueryResponse>>(run));
                _entries.Add(token, known);
            }

            entry = known;
        }

        if (entry.Parameters != parameters)
        {
            throw TimestreamErrors.Conflict("The client token was used before with different parameters.");
        }

        try
        {
            return await entry.Response.Value;
        }
        catch
        {
            // What failed is tried anew when it is repeated.
            lock (_lock)
            {
                _entries.Remove(token);
            }

            throw;
        }
    }

    private void Forget()
    {
        var oldest = timeProvider.GetUtcNow() - Window;
        while (_entries.Count > 0 && (_entries.Count >= MaxEntries || _entries.GetAt(0).Value.Created < oldest))
        {
            _entries.RemoveAt(0);
        }
    }

    private sealed record Entry(string Parameters, DateTimeOffset Created, Lazy<Task<QueryResponse>> Response);
}
