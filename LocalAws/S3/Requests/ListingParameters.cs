using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What both versions of ListObjects take from the query.</summary>
internal sealed class ListingParameters
{
    /// <summary>Keys and common prefixes on a page at most, and unless asked otherwise.</summary>
    private const int MaxEntries = 1000;

    /// <exception cref="S3Exception">InvalidArgument.</exception>
    public ListingParameters(S3Request request, string pageSizeParameter = "max-keys")
    {
        Prefix = request.FindQuery("prefix") ?? "";
        Delimiter = request.FindQuery("delimiter") ?? "";
        PageSize = Requests.PageSize.Parse(request, pageSizeParameter, MaxEntries, MaxEntries);
        var encoding = request.FindQuery("encoding-type");
        if (encoding is not (null or "" or "url"))
        {
            throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request", "encoding-type", encoding);
        }
        EncodesKeys = encoding == "url";
    }

    /// <summary>Only keys that begin with it; may be empty.</summary>
    public string Prefix { get; }

    /// <summary>What rolls keys up; may be empty.</summary>
    public string Delimiter { get; }

    /// <summary>Entries on the page at most.</summary>
    public int PageSize { get; }

    /// <summary>
    /// True when keys are sent percent-encoded, for clients whose XML parser refuses some characters.
    /// </summary>
    public bool EncodesKeys { get; }

    /// <summary>Where a listing goes on behind a marker; the beginning when it is empty.</summary>
    /// <remarks>A marker that is itself a common prefix (as NextMarker may be) stands for every key under it.</remarks>
    public string Behind(string marker)
    {
        var isCommonPrefix = Delimiter.Length > 0
            && marker.Length > Prefix.Length
            && marker.EndsWith(Delimiter, StringComparison.Ordinal);
        return marker.Length == 0 ? "" : isCommonPrefix
            ? KeyOrder.AfterAllWithPrefix(marker) ?? KeyOrder.After(marker)
            : KeyOrder.After(marker);
    }
}
