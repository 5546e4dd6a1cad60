using System.IO.Compression;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Writes sealed buffers into S3 the way PutObject does, streaming from the log.</summary>
internal sealed class ObjectDelivery(ObjectStore store)
{
    private const int WriteBlockBytes = 128 * 1024;

    private static readonly ObjectMetadata Metadata = new(
        new Dictionary<string, string> { ["content-type"] = "application/octet-stream" });

    /// <summary>Writes one object to the bucket it was sealed for.</summary>
    /// <returns>
    /// The bucket. It is the present one of the delivery stream when the other does not exist: a destination that was
    /// wrong and was corrected gets what was collected meanwhile.
    /// </returns>
    /// <exception cref="S3.S3Exception">Neither bucket exists.</exception>
    /// <exception cref="IOException">The content could not be written.</exception>
    public async Task<string> DeliverAsync(BufferLog log, SealedBuffer buffer, CancellationToken cancellationToken)
    {
        // Asked first, so that an outage of the destination costs no disk writes.
        var bucket = FindBucket(buffer.Bucket, log.Settings.Bucket);
        await using var upload = store.BeginUpload(ChecksumAlgorithm.Default);
        await WriteContentAsync(log, buffer, upload);
        await store.PutAsync(
            new ObjectAddress(bucket, buffer.Key), upload, Metadata, PutCondition.None, cancellationToken);
        return bucket;
    }

    private string FindBucket(string sealedFor, string present)
    {
        try
        {
            return store.GetBucket(sealedFor).Name;
        }
        catch (S3.S3Exception exception) when (exception.Code == "NoSuchBucket" && sealedFor != present)
        {
            return store.GetBucket(present).Name;
        }
    }

    private static async Task WriteContentAsync(BufferLog log, SealedBuffer buffer, ObjectUpload upload)
    {
        // Records may be a few bytes each; not disposed, since that would close the upload.
        var blocks = new BufferedStream(upload, WriteBlockBytes);
        if (buffer.IsGzip)
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
