using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Reports;

/// <summary>Writes JSON documents into S3 as PutObject does.</summary>
internal static class S3Documents
{
    private static readonly ObjectMetadata Metadata = new(
        new Dictionary<string, string> { ["content-type"] = "application/json" });

    /// <exception cref="S3.S3Exception">There is no such bucket.</exception>
    /// <exception cref="IOException">The document could not be written.</exception>
    public static async Task WriteAsync<T>(
        ObjectStore objects, ObjectAddress address, T document, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var upload = objects.BeginUpload(ChecksumAlgorithm.Default);
        await JsonSerializer.SerializeAsync(upload, document, type, cancellationToken);
        await objects.PutAsync(address, upload, Metadata, PutCondition.None, cancellationToken);
    }
}
