using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>How answers tell an object's checksum: in headers or in elements of a document.</summary>
internal static class ChecksumHeaders
{
    /// <summary>Writes checksum and type.</summary>
    public static void Write(IHeaderDictionary headers, StoredObject stored)
    {
        headers[stored.ChecksumAlgorithm.HeaderName] = stored.Checksum;
        headers["x-amz-checksum-type"] = stored.ChecksumType;
    }
}
