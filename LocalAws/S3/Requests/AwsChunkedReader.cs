using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Decodes a body in AWS's own chunked encoding, which the SDKs and the AWS CLI use by default.</summary>
/// <remarks>
/// The body, with \r\n at every line's end (signatures and trailers only where the client uses them):
/// <code>
/// 400;chunk-signature=ad80c730…
/// (1,024 bytes)
/// 0;chunk-signature=b6c6ea8a…
/// x-amz-checksum-crc32c:sOO8/Q==
/// x-amz-trailer-signature:d81f82fc…
///
/// </code>
/// </remarks>
internal sealed class AwsChunkedReader(PipeReader body)
{
    /// <summary>Longest chunk header or trailer line; real ones stay under 200 bytes.</summary>
    private const int MaxLineBytes = 4096;

    private const int MaxTrailers = 16;

    /// <summary>The trailing headers; complete when the body has been copied.</summary>
    public Dictionary<string, string> Trailers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hands over every piece of the decoded body.</summary>
    /// <exception cref="S3Exception">IncompleteBody when the body ends early or is not in this encoding.</exception>
    public async Task CopyToAsync(
        Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var size = ParseChunkSize(await ReadLineAsync(cancellationToken));
            if (size == 0)
            {
                break;
            }
            await CopyChunkAsync(size, write, cancellationToken);
            if ((await ReadLineAsync(cancellationToken)).Length != 0)
            {
                throw S3Errors.IncompleteBody();
            }
        }
        await ReadTrailersAsync(cancellationToken);
    }

    private async Task CopyChunkAsync(
        long size,
        Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write,
        CancellationToken cancellationToken)
    {
        while (size > 0)
        {
            var result = await body.ReadAsync(cancellationToken);
            var length = Math.Min(size, result.Buffer.Length);
            var piece = result.Buffer.Slice(0, length);
            try
            {
                foreach (var segment in piece)
                {
                    await write(segment, cancellationToken);
                }
            }
            finally
            {
                // Also after a failure: the server skips what is left of the body, and cannot while a read is open.
                body.AdvanceTo(piece.End);
            }

            if (length == 0)
            {
                throw S3Errors.IncompleteBody();
            }

            size -= length;
        }
    }

    private async Task ReadTrailersAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxTrailers; i++)
        {
            var line = await ReadLineAsync(cancellationToken, endOfBodyEndsLine: true);
            if (line.Length == 0)
            {
                return;
            }
            var colon = line.IndexOf(':');
            if (colon <= 0)
            {
                throw S3Errors.IncompleteBody();
            }
            Trailers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        throw S3Errors.InvalidRequest($"A body may have {MaxTrailers} trailing headers.");
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken, bool endOfBodyEndsLine = false)
    {
        while (true)
        {
            var result = await body.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } newline)
            {
                var line = Encoding.ASCII.GetString(buffer.Slice(0, newline)).TrimEnd('\r');
                body.AdvanceTo(buffer.GetPosition(1, newline));
                return line;
            }

            var (isTooLong, isAtEnd) = (buffer.Length > MaxLineBytes, result.IsCompleted);
            var isEmpty = buffer.IsEmpty;
            body.AdvanceTo(isTooLong ? buffer.End : buffer.Start, buffer.End);
            if (isTooLong || (isAtEnd && !(endOfBodyEndsLine && isEmpty)))
            {
                throw S3Errors.IncompleteBody();
            }

            if (isAtEnd)
            {
                return "";
            }
        }
    }

    private static long ParseChunkSize(string line)
    {
        var semicolon = line.IndexOf(';');
        var digits = semicolon < 0 ? line : line[..semicolon];
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            && size >= 0
            ? size
            : throw S3Errors.IncompleteBody();
    }
}
