namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Which keys of a bucket to list.</summary>
/// <param name="Prefix">Only keys that begin with it; may be empty.</param>
/// <param name="Delimiter">Keys that have it after the prefix roll up into one common prefix; empty: none do.</param>
/// <param name="From">The first key to consider (inclusive); empty: from the beginning.</param>
/// <param name="MaxEntries">Keys and common prefixes on one page together, 0 to 1,000.</param>
internal sealed record ListingQuery(string Prefix, string Delimiter, string From, int MaxEntries);

/// <summary>One page of a listing.</summary>
/// <param name="Objects">The keys that did not roll up, in order.</param>
/// <param name="CommonPrefixes">The common prefixes, in order.</param>
/// <param name="Next">Where the next page begins (for <see cref="ListingQuery.From"/>); null on the last page.</param>
/// <param name="LastEntry">The last key or common prefix of the page; null when it is empty.</param>
internal sealed record ListingPage(
    IReadOnlyList<ObjectSummary> Objects,
    IReadOnlyList<string> CommonPrefixes,
    string? Next,
    string? LastEntry);
