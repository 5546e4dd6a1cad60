namespace TelemetryAspire.LocalAws.Timestream.Requests;

/// <summary>Values that were made of a piece of JSON, to be had again when the same bytes come again.</summary>
/// <remarks>
/// Thread-safe. Of bounded size: each piece has one place, which it shares with others, and the last one stays. Values
/// must not change.
/// </remarks>
/// <param name="places">How many values it keeps at most; a power of two.</param>
/// <param name="maxBytes">Longer pieces are not kept.</param>
internal sealed class Utf8Cache<T>(int places, int maxBytes)
    where T : class
{
    private readonly Entry?[] _entries = new Entry?[places];

    /// <summary>The value made of these bytes, or null.</summary>
    public T? Find(ReadOnlySpan<byte> json)
    {
        var entry = Volatile.Read(ref _entries[PlaceOf(json)]);
        return entry is not null && entry.Json.AsSpan().SequenceEqual(json) ? entry.Value : null;
    }

    /// <summary>Keeps a value in place of another one.</summary>
    public T Add(ReadOnlySpan<byte> json, T value)
    {
        if (json.Length <= maxBytes)
        {
            Volatile.Write(ref _entries[PlaceOf(json)], new Entry(json.ToArray(), value));
        }

        return value;
    }

    private int PlaceOf(ReadOnlySpan<byte> json)
    {
        var hash = default(HashCode);
        hash.AddBytes(json);
        return hash.ToHashCode() & (_entries.Length - 1);
    }

    private sealed record Entry(byte[] Json, T Value);
}
