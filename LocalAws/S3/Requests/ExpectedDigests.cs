using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What the client says its content's MD5 and checksum are, and the algorithm it wants.</summary>
internal sealed class ExpectedDigests
{
    private const string ChecksumPrefix = "x-amz-checksum-";

    private readonly byte[]? _md5;
    private readonly string? _checksum;
    private readonly bool _checksumIsTrailer;

    private ExpectedDigests(ChecksumAlgorithm? algorithm, string? checksum, bool checksumIsTrailer, byte[]? md5)
    {
        _md5 = md5;
        _checksum = checksum;
        _checksumIsTrailer = checksumIsTrailer;
        ClaimsAny = algorithm is not null || md5 is not null;
        Algorithm = algorithm ?? ChecksumAlgorithm.Default;
    }

    /// <summary>The algorithm to compute over the content.</summary>
    public ChecksumAlgorithm Algorithm { get; }

    /// <summary>True when the client sent an MD5 or a checksum.</summary>
    public bool ClaimsAny { get; }

    /// <summary>Reads the headers.</summary>
    /// <exception cref="S3Exception">InvalidRequest, InvalidDigest.</exception>
    public static ExpectedDigests Parse(S3Request request)
    {
        var inHeader = request.Headers
            .Where(header => header.Key.StartsWith(ChecksumPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(header => (Algorithm: ChecksumAlgorithm.FindByHeader(header.Key), Value: header.Value.ToString()))
            .Where(claim => claim.Algorithm is not null)
            .ToList();
        var inTrailer = FindTrailerAlgorithm(request);
        if (inHeader.Count + (inTrailer is null ? 0 : 1) > 1)
        {
            throw S3Errors.InvalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        var (algorithm, value) = inHeader.FirstOrDefault();
        if (algorithm is not null)
        {
            VerifyForm(algorithm, value);
        }
        VerifyNamedAlgorithm(request, algorithm ?? inTrailer);
        return new ExpectedDigests(algorithm ?? inTrailer, value, inTrailer is not null, ParseMd5(request));
    }

    /// <summary>Compares with what arrived.</summary>
    /// <exception cref="S3Exception">BadDigest, InvalidRequest.</exception>
    public void Verify(ContentDigest digest, IReadOnlyDictionary<string, string> trailers)
    {
        if (_md5 is not null && !_md5.AsSpan().SequenceEqual(digest.Md5))
        {
            throw S3Errors.BadDigest("Content-MD5");
        }
        var claimed = _checksumIsTrailer ? FindTrailer(trailers) : _checksum;
        if (claimed is not null && claimed != Convert.ToBase64String(digest.Checksum))
        {
            throw S3Errors.BadDigest(Algorithm.Name);
        }
    }

    private string FindTrailer(IReadOnlyDictionary<string, string> trailers)
    {
        if (!trailers.TryGetValue(Algorithm.HeaderName, out var value))
        {
            throw S3Errors.InvalidRequest($"The trailing header {Algorithm.HeaderName} was announced but not sent.");
        }
        VerifyForm(Algorithm, value);
        return value;
    }

    private static ChecksumAlgorithm? FindTrailerAlgorithm(S3Request request)
    {
        if (request.FindHeader("x-amz-trailer") is not { } trailer)
        {
            return null;
        }
        return ChecksumAlgorithm.FindByHeader(trailer.Trim())
            ?? throw S3Errors.InvalidRequest("The value specified in the x-amz-trailer header is not supported");
    }

    private static void VerifyNamedAlgorithm(S3Request request, ChecksumAlgorithm? sent)
    {
        if (request.FindHeader("x-amz-sdk-checksum-algorithm") is not { } name)
        {
            return;
        }
        var named = ChecksumAlgorithm.FindByName(name)
            ?? throw S3Errors.InvalidRequest("Checksum algorithm provided is unsupported. Please try again with any of "
                + "the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
        if (sent is null)
        {
            throw S3Errors.InvalidRequest("x-amz-sdk-checksum-algorithm specified, but no corresponding "
                + "x-amz-checksum-* or x-amz-trailer headers were found.");
        }
        if (sent != named)
        {
            throw S3Errors.InvalidRequest("Value for x-amz-sdk-checksum-algorithm header is invalid.");
        }
    }

    private static void VerifyForm(ChecksumAlgorithm algorithm, string value)
    {
        if (TryDecode(value) is not { } bytes || bytes.Length != algorithm.SizeBytes)
        {
            throw S3Errors.InvalidRequest($"Value for {algorithm.HeaderName} header is invalid.");
        }
    }

    private static byte[]? ParseMd5(S3Request request)
    {
        if (request.FindHeader("Content-MD5") is not { } value)
        {
            return null;
        }
        return TryDecode(value) is { Length: 16 } md5 ? md5 : throw S3Errors.InvalidDigest(value);
    }

    private static byte[]? TryDecode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
