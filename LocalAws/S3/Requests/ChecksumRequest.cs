using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>The checksum a client wants an object to have, where it sends none itself.</summary>
internal static class ChecksumRequest
{
    /// <summary>The algorithm <c>x-amz-checksum-algorithm</c> names; null when absent.</summary>
    /// <exception cref="S3Exception">InvalidRequest.</exception>
    public static ChecksumAlgorithm? FindAlgorithm(S3Request request) =>
        request.FindHeader("x-amz-checksum-algorithm") is { } name ? Find(name) : null;

    /// <summary>The type <c>x-amz-checksum-type</c> names, or the algorithm's own.</summary>
    /// <exception cref="S3Exception">InvalidRequest.</exception>
    public static string ParseType(S3Request request, ChecksumAlgorithm? algorithm)
    {
        if (request.FindHeader("x-amz-checksum-type") is not { } type)
        {
            return ChecksumType.DefaultOf(algorithm ?? ChecksumAlgorithm.Default);
        }
        if (algorithm is null)
        {
            throw S3Errors.InvalidRequest(
                "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.");
        }
        ChecksumType.Verify(type, algorithm);
        return type;
    }

    /// <summary>The algorithm of that name.</summary>
    /// <exception cref="S3Exception">InvalidRequest when S3 has none of that name.</exception>
    public static ChecksumAlgorithm Find(string name) => ChecksumAlgorithm.FindByName(name)
        ?? throw S3Errors.InvalidRequest(
            "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
            + $"[{ChecksumAlgorithm.Names}]");
}
