namespace TelemetryAspire.LocalAws.S3.Checksums;

/// <summary>What the checksum of an object that was uploaded in parts is computed over.</summary>
internal static class ChecksumType
{
    /// <summary>The whole content.</summary>
    public const string FullObject = "FULL_OBJECT";

    /// <summary>The checksums of the parts, one after another; the value ends in <c>-</c> and their number.</summary>
    public const string Composite = "COMPOSITE";

    /// <summary>What an upload has whose client names the algorithm only.</summary>
    public static string DefaultOf(ChecksumAlgorithm algorithm) =>
        algorithm == ChecksumAlgorithm.Default ? FullObject : Composite;

    /// <summary>Refuses what S3 cannot compute.</summary>
    /// <exception cref="S3Exception">InvalidRequest.</exception>
    public static void Verify(string type, ChecksumAlgorithm algorithm)
    {
        if (type is not (FullObject or Composite))
        {
            throw S3Errors.InvalidRequest("Value for x-amz-checksum-type header is invalid.");
        }
        var isPossible = type == FullObject
            ? algorithm.Combination is not null
            : algorithm != ChecksumAlgorithm.Default;
        if (!isPossible)
        {
            throw S3Errors.InvalidRequest(
                $"The {type} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} "
                + "checksum algorithm.");
        }
    }
}
