using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.DataLakeForwarder.Lake;

/// <summary>Puts records that are too large for Firehose straight into the lake, one object each.</summary>
internal sealed class OversizeWriter(
    IAmazonS3 s3, IOptions<TelemetryOptions> telemetry, IOptions<ForwarderOptions> options)
{
    /// <summary>The reason of records that wait for the bucket.</summary>
    internal const string Unavailable = "LakeUnavailable";

    /// <summary>Puts the lines one after the other: each may have 10 MiB.</summary>
    /// <returns>The records that the bucket has not taken, all of them to be given again.</returns>
    internal async Task<IReadOnlyList<BatchItemFailure>> WriteAsync(
        IReadOnlyList<LakeLine> lines, ShardId shardId, CancellationToken cancellationToken)
    {
        List<BatchItemFailure> failures = [];
        foreach (var line in lines)
        {
            var key = OversizeKey.Of(options.Value.Prefix, shardId, line.Record);
            try
            {
                await PutAsync(key, line, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The boundary: whatever went wrong, nothing says that the record is to blame.
                failures.Add(new(
                    line.Record.SequenceNumber,
                    FailureKind.Transient,
                    Unavailable,
                    $"Bucket '{telemetry.Value.BucketName}': {exception.GetType().Name}: {exception.Message}"));
            }
        }

        return failures;
    }

    private async Task PutAsync(string key, LakeLine line, CancellationToken cancellationToken)
    {
        using var content = line.Open();
        await s3.PutObjectAsync(
            new PutObjectRequest { BucketName = telemetry.Value.BucketName, Key = key, InputStream = content },
            cancellationToken);
    }
}
