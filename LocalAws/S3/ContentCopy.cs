using System.IO.Pipelines;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>What CopyObject and UploadPartCopy have in common: the copying.</summary>
internal static class ContentCopy
{
    /// <summary>Most one copy may have: 5 GiB (S3: "Copying, moving, and renaming objects").</summary>
    private const long MaxBytes = 5L * 1024 * 1024 * 1024;

    /// <summary>Copies a range of an open object; the caller makes the copy an object or a part.</summary>
    /// <exception cref="S3Exception">InvalidRequest.</exception>
    /// <exception cref="DamagedContentException">The source is not what was written.</exception>
    public static async Task<ObjectUpload> MakeAsync(
        ObjectStore store,
        ObjectReader source,
        ByteRange range,
        ChecksumAlgorithm algorithm,
        CancellationToken cancellationToken)
    {
        if (range.Length > MaxBytes)
        {
            throw S3Errors.InvalidRequest(
                "The specified copy source is larger than the maximum allowable size for a copy source: "
                + $"{MaxBytes}");
        }
        source.Content.Verify(range.Offset, range.Length);
        var copy = store.BeginUpload(algorithm);
        try
        {
            var writer = PipeWriter.Create(copy, new StreamPipeWriterOptions(leaveOpen: true));
            await source.Content.CopyToAsync(writer, range.Offset, range.Length, cancellationToken);
            await writer.CompleteAsync();
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
