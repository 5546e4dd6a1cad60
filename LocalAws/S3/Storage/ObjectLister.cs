namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Walks the index of keys for one page of a listing.</summary>
/// <remarks>A common prefix costs one seek however many keys are under it: the walk starts again behind them.</remarks>
internal sealed class ObjectLister(MetadataSession session, long bucket, ListingQuery query)
{
    private readonly List<ObjectSummary> _objects = [];
    private readonly List<string> _commonPrefixes = [];
    private readonly string? _end = KeyOrder.AfterAllWithPrefix(query.Prefix);
    private string? _lastEntry;

    /// <summary>Reads the page.</summary>
    public ListingPage ReadPage()
    {
        if (query.MaxEntries == 0)
        {
            return new ListingPage([], [], Next: null, LastEntry: null);
        }
        var position = KeyOrder.Compare(query.From, query.Prefix) > 0 ? query.From : query.Prefix;
        while (position is not null && _objects.Count + _commonPrefixes.Count < query.MaxEntries)
        {
            position = ReadRun(position);
        }
        return new ListingPage(_objects, _commonPrefixes, FirstKeyFrom(position), _lastEntry);
    }

    /// <summary>Reads up to the end of the page, of the keys, or to the next common prefix.</summary>
    /// <returns>Where to go on; null at the end of the keys.</returns>
    private string? ReadRun(string from)
    {
        foreach (var summary in session.Objects.Scan(bucket, from, _end))
        {
            if (KeyOrder.CommonPrefixOf(summary.Key, query.Prefix, query.Delimiter) is { } commonPrefix)
            {
                _commonPrefixes.Add(commonPrefix);
                _lastEntry = commonPrefix;
                return KeyOrder.AfterAllWithPrefix(commonPrefix);
            }
            _objects.Add(summary);
            _lastEntry = summary.Key;
            if (_objects.Count + _commonPrefixes.Count == query.MaxEntries)
            {
                return KeyOrder.After(summary.Key);
            }
        }
        return null;
    }

    private string? FirstKeyFrom(string? position)
    {
        if (position is null)
        {
            return null;
        }
        return session.Objects.Scan(bucket, position, _end).Select(summary => summary.Key).FirstOrDefault();
    }
}
