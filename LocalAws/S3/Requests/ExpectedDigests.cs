using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What the client says its content's MD5 and checksum are, and the algorithm it wants.</summary>
internal sealed class ExpectedDigests
{
    private readonly byte[]? _md5;
    private readonly string? _checksum;
    private readonly bool _checksumIsTrailer;

    private ExpectedDigests(ChecksumAlgorithm? algorithm, string? checksum, bool checksumIsTrailer, byte[]? md5)
    {
        _md5 = md5;
        _checksum = checksum;
        _checksumIsTrailer = checksumIsTrailer;
        Algorithm = algorithm;
    }

    /// <summary>The algorithm of the checksum the client sends; null when it sends none.</summary>
    public ChecksumAlgorithm? Algorithm { get; }

    /// <summary>True when the client sent an MD5 or a checksum.</summary>
    public bool ClaimsAny => Algorithm is not null || _md5 is not null;

    /// <summary>For a request whose checksum headers are about something else than its body: the MD5 alone.</summary>
    /// <exception cref="S3Exception">InvalidDigest.</exception>
    public static ExpectedDigests ParseMd5Only(S3Request request) =>
        new(algorithm: null, checksum: null, checksumIsTrailer: false, ParseMd5(request));

    /// <summary>Reads the headers.</summary>
    /// <exception cref="S3Exception">InvalidRequest, InvalidDigest.</exception>
    public static ExpectedDigests Parse(S3Request request)
    {
        var inHeader = ReadHeaders(request);
        var inTrailer = FindTrailerAlgorithm(request);
        if (inHeader.Count + (inTrailer is null ? 0 : 1) > 1)
        {
            throw S3Errors.InvalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }
        var (algorithm, value) = inHeader.FirstOrDefault();
        if (algorithm is not null)
        {
            VerifyForm(algorithm, value!);
        }
        VerifyNamedAlgorithm(request, algorithm ?? inTrailer);
        return new ExpectedDigests(algorithm ?? inTrailer, value, inTrailer is not null, ParseMd5(request));
    }

    /// <summary>Compares with what arrived.</summary>
    /// <param name="md5">The MD5 of the content.</param>
    /// <param name="checksum">Its checksum of the claimed algorithm; not looked at when none is claimed.</param>
    /// <param name="trailers">The trailing headers of the body.</param>
    /// <returns>The checksum the client sent, which is right; null when it sent none.</returns>
    /// <exception cref="S3Exception">BadDigest, InvalidRequest.</exception>
    public string? Verify(byte[] md5, byte[] checksum, IReadOnlyDictionary<string, string> trailers)
    {
        if (_md5 is not null && !_md5.AsSpan().SequenceEqual(md5))
        {
            throw S3Errors.BadDigest("Content-MD5");
        }
        if (Algorithm is null)
        {
            return null;
        }
        var claimed = _checksumIsTrailer ? FindTrailer(Algorithm, trailers) : _checksum!;
        return claimed == Convert.ToBase64String(checksum) ? claimed : throw S3Errors.BadDigest(Algorithm.Name);
    }

    /// <summary>The checksums that headers carry.</summary>
    public static Dictionary<ChecksumAlgorithm, string> ReadHeaders(S3Request request)
    {
        var checksums = new Dictionary<ChecksumAlgorithm, string>();
        foreach (var (name, value) in request.Headers)
        {
            if (ChecksumAlgorithm.FindByHeader(name) is { } algorithm)
            {
                checksums[algorithm] = value.ToString();
            }
        }
        return checksums;
    }

    private static string FindTrailer(ChecksumAlgorithm algorithm, IReadOnlyDictionary<string, string> trailers)
    {
        if (!trailers.TryGetValue(algorithm.HeaderName, out var value))
        {
            throw S3Errors.InvalidRequest($"The trailing header {algorithm.HeaderName} was announced but not sent.");
        }
        VerifyForm(algorithm, value);
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
        var named = ChecksumRequest.Find(name);
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
        if (algorithm.TryDecode(value) is null)
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
        return ChecksumAlgorithm.Md5.TryDecode(value) ?? throw S3Errors.InvalidDigest(value);
    }
}
