using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Reads the content a request carries, decoded, and holds it against what the client says it is.</summary>
internal sealed class S3RequestBody
{
    private const string PayloadHashHeader = "x-amz-content-sha256";

    /// <summary>Largest object one PUT can make: 5 GiB (S3: "Uploading objects").</summary>
    private const long MaxContentBytes = 5L * 1024 * 1024 * 1024;

    private static readonly Dictionary<string, string> NoTrailers = [];

    private readonly S3Request _request;
    private readonly ExpectedDigests _expected;
    private readonly bool _isAwsChunked;
    private readonly long? _length;
    private readonly string? _payloadHash;

    /// <exception cref="S3Exception">The headers contradict themselves, or the content is too large.</exception>
    public S3RequestBody(S3Request request)
        : this(request, ExpectedDigests.Parse(request))
    {
    }

    /// <inheritdoc cref="S3RequestBody(S3Request)"/>
    public S3RequestBody(S3Request request, ExpectedDigests expected)
    {
        _request = request;
        _expected = expected;
        var payloadHash = request.FindHeader(PayloadHashHeader);
        _isAwsChunked = payloadHash?.StartsWith("STREAMING-", StringComparison.Ordinal) == true
            || HasAwsChunkedEncoding(request);
        _payloadHash = payloadHash is { Length: 64 } ? payloadHash : null;
        _length = _isAwsChunked ? ParseDecodedLength(request) : request.HttpContext.Request.ContentLength;
        if (_length > MaxContentBytes)
        {
            throw S3Errors.EntityTooLarge(_length.Value, MaxContentBytes);
        }
    }

    /// <summary>The checksum the client sends; null when it sends none.</summary>
    public ChecksumAlgorithm? ClaimedAlgorithm => _expected.Algorithm;

    /// <summary>The checksum to compute over the content.</summary>
    public ChecksumAlgorithm Algorithm => ClaimedAlgorithm ?? ChecksumAlgorithm.Default;

    /// <summary>True when the client sent an MD5 or a checksum of the content.</summary>
    public bool ClaimsAnyDigest => _expected.ClaimsAny;

    /// <summary>Refuses a request that does not say how long its content is, as S3 does for objects.</summary>
    /// <exception cref="S3Exception">MissingContentLength.</exception>
    public void RequireLength()
    {
        if (_length is null)
        {
            throw S3Errors.MissingContentLength();
        }
    }

    /// <summary>Copies the content; <paramref name="digest"/> is what the destination computed over it.</summary>
    /// <returns>The checksum the client sent, which is right; null when it sent none.</returns>
    /// <exception cref="S3Exception">IncompleteBody, BadDigest, XAmzContentSHA256Mismatch.</exception>
    public async Task<string?> CopyToAsync(
        Stream destination,
        ContentDigest digest,
        CancellationToken cancellationToken)
    {
        AllowAnySize(_request.HttpContext);
        using var payloadHash = _payloadHash is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var claimed = digest.Algorithm == Algorithm ? null : Algorithm.Start();
        var trailers = await CopyPiecesAsync(WriteAsync, cancellationToken);
        VerifyPayloadHash(payloadHash);
        if (_length is not null && digest.Length != _length)
        {
            throw S3Errors.IncompleteBody();
        }
        digest.Finish();
        return _expected.Verify(digest.Md5, claimed?.Finish() ?? digest.Checksum, trailers);

        ValueTask WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken token)
        {
            if (digest.Length + piece.Length > MaxContentBytes)
            {
                throw S3Errors.EntityTooLarge(digest.Length + piece.Length, MaxContentBytes);
            }
            payloadHash?.AppendData(piece.Span);
            claimed?.Append(piece.Span);
            return destination.WriteAsync(piece, token);
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> CopyPiecesAsync(
        Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write,
        CancellationToken cancellationToken)
    {
        var body = _request.HttpContext.Request.BodyReader;
        try
        {
            if (_isAwsChunked)
            {
                var chunks = new AwsChunkedReader(body);
                await chunks.CopyToAsync(write, cancellationToken);
                return chunks.Trailers;
            }
            while (true)
            {
                var result = await body.ReadAsync(cancellationToken);
                try
                {
                    foreach (var piece in result.Buffer)
                    {
                        await write(piece, cancellationToken);
                    }
                }
                finally
                {
                    // Also after a failure: the server skips what is left of the body, and cannot while a read is open.
                    body.AdvanceTo(result.Buffer.End);
                }

                if (result.IsCompleted)
                {
                    return NoTrailers;
                }
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status400BadRequest)
        {
            // The connection ended before the length the client announced.
            throw S3Errors.IncompleteBody();
        }
    }

    private void VerifyPayloadHash(IncrementalHash? hash)
    {
        if (hash is null)
        {
            return;
        }
        var computed = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (!string.Equals(computed, _payloadHash, StringComparison.OrdinalIgnoreCase))
        {
            throw S3Errors.ContentSha256Mismatch(_payloadHash!, computed);
        }
    }

    private static bool HasAwsChunkedEncoding(S3Request request) =>
        request.FindHeader("Content-Encoding")?.Contains("aws-chunked", StringComparison.OrdinalIgnoreCase) == true;

    private static long? ParseDecodedLength(S3Request request)
    {
        var value = request.FindHeader("x-amz-decoded-content-length");
        if (value is null)
        {
            return null;
        }
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw S3Errors.InvalidArgument(
                "The x-amz-decoded-content-length header is not a number.", "x-amz-decoded-content-length", value);
    }

    private static void AllowAnySize(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }
    }
}
