using System.IO.Compression;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Writes sealed buffers into S3 the way PutObject does, streaming from the log.</summary>
internal sealed class ObjectDelivery(ObjectStore store)
{
    private const int WriteBlockBytes = 128 * 1024;

    private static readonly Dictionary<string, string> Headers =
        new() { ["content-type"] = "application/octet-stream" };

    /// <summary>Writes one object.</summary>
    /// <exception cref="S3.S3Exception">The bucket does not exist.</exception>
    /// <exception cref="IOException">The content could not be written.</exception>
    public async Task DeliverAsync(
        BufferLog log,
        SealedBuffer buffer,
        DeliverySettings settings,
        CancellationToken cancellationToken)
    {
        // Asked first, so that an outage of the destination costs no disk writes.
        store.GetBucket(settings.Bucket);
        await using var upload = store.BeginUpload(ChecksumAlgorithm.Default);
        await WriteContentAsync(log, buffer, settings, upload);
        await store.PutAsync(
            new ObjectAddress(settings.Bucket, buffer.Key), upload, Headers, PutCondition.None, cancellationToken);
    }

    private static async Task WriteContentAsync(
        BufferLog log,
        SealedBuffer buffer,
        DeliverySettings settings,
        ObjectUpload upload)
    {
        // Records may be a few bytes each; not disposed, since that would close the upload.
        var blocks = new BufferedStream(upload, WriteBlockBytes);
        if (settings.CompressesWithGzip)
        {
            await using var gzip = new GZipStream(blocks, CompressionLevel.Optimal, leaveOpen: true);
            log.CopyTo(buffer, gzip);
        }
        else
        {
            log.CopyTo(buffer, blocks);
        }

        await blocks.FlushAsync();
    }
}
