using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>The headers that tell an object's checksum.</summary>
internal static class ChecksumHeaders
{
    /// <summary>The checksum is over the whole object rather than composed of its parts'.</summary>
    public const string FullObject = "FULL_OBJECT";

    /// <summary>Writes checksum and type.</summary>
    public static void Write(IHeaderDictionary headers, StoredObject stored)
    {
        headers[ChecksumAlgorithm.FindByName(stored.ChecksumAlgorithm)!.HeaderName] = stored.Checksum;
        headers["x-amz-checksum-type"] = FullObject;
    }
}
