namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Which uploads of a bucket to list.</summary>
/// <param name="Prefix">Only keys that begin with it; may be empty.</param>
/// <param name="Delimiter">Keys that have it after the prefix roll up into one common prefix; empty: none do.</param>
/// <param name="KeyMarker">Only what follows this key; empty: from the beginning.</param>
/// <param name="IdMarker">Of that key itself, the uploads that follow this id; empty: none.</param>
/// <param name="MaxEntries">Uploads and common prefixes on one page together, 0 to 1,000.</param>
internal sealed record UploadQuery(
    string Prefix,
    string Delimiter,
    string KeyMarker,
    string IdMarker,
    int MaxEntries);

/// <summary>One page of uploads.</summary>
/// <param name="Uploads">Those that did not roll up, in order.</param>
/// <param name="CommonPrefixes">The common prefixes, in order.</param>
/// <param name="Next">The markers of the next page; null on the last.</param>
internal sealed record UploadPage(
    IReadOnlyList<StoredUpload> Uploads,
    IReadOnlyList<string> CommonPrefixes,
    (string Key, string Id)? Next);

/// <summary>Picks one page out of a bucket's uploads, which come in order.</summary>
internal sealed class UploadLister(UploadQuery query)
{
    private readonly List<StoredUpload> _uploads = [];
    private readonly List<string> _commonPrefixes = [];

    /// <summary>Reads the page.</summary>
    /// <param name="scan">The uploads from a key (inclusive) on.</param>
    public UploadPage ReadPage(Func<string, IEnumerable<StoredUpload>> scan)
    {
        if (query.MaxEntries == 0)
        {
            return new UploadPage([], [], Next: null);
        }
        (string Key, string Id) last = ("", "");
        var from = KeyOrder.Compare(query.KeyMarker, query.Prefix) > 0 ? query.KeyMarker : query.Prefix;
        // The prefix comes first: a shorter key has no place behind it to look for the delimiter at.
        var matching = scan(from).TakeWhile(upload => upload.Key.StartsWith(query.Prefix, StringComparison.Ordinal));
        foreach (var upload in matching.Where(IsWanted))
        {
            var commonPrefix = KeyOrder.CommonPrefixOf(upload.Key, query.Prefix, query.Delimiter);
            if (commonPrefix is not null && commonPrefix == _commonPrefixes.LastOrDefault())
            {
                continue;
            }
            if (_uploads.Count + _commonPrefixes.Count == query.MaxEntries)
            {
                return new UploadPage(_uploads, _commonPrefixes, last);
            }
            last = Add(upload, commonPrefix);
        }
        return new UploadPage(_uploads, _commonPrefixes, Next: null);
    }

    private (string Key, string Id) Add(StoredUpload upload, string? commonPrefix)
    {
        if (commonPrefix is null)
        {
            _uploads.Add(upload);
            return (upload.Key, upload.Id);
        }
        _commonPrefixes.Add(commonPrefix);
        return (commonPrefix, "");
    }

    private bool IsWanted(StoredUpload upload)
    {
        if (query.KeyMarker.Length == 0)
        {
            return true;
        }
        if (upload.Key == query.KeyMarker)
        {
            return query.IdMarker.Length > 0 && string.CompareOrdinal(upload.Id, query.IdMarker) > 0;
        }
        // A marker that is itself a common prefix stands for every key under it.
        return KeyOrder.CommonPrefixOf(upload.Key, query.Prefix, query.Delimiter) != query.KeyMarker;
    }
}
