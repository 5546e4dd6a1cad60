using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Timestream.Reports;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>Writes the rows of one UNLOAD into S3: result files, then the metadata, and the manifest last.</summary>
/// <remarks>
/// Rows stream: memory holds one row and the buffers of the files that are open, at most a hundred. A failure leaves the
/// files that were full, and no manifest, as on AWS.
/// </remarks>
internal sealed class UnloadWriter(ObjectStore objects, UnloadPlan plan, string queryId) : IAsyncDisposable
{
    private const int MaxPartitions = 100;

    private readonly Dictionary<string, UnloadFile?> _files = new(StringComparer.Ordinal);
    private readonly List<UnloadedFile> _finished = [];
    private readonly CsvRow _line = new(plan.Options.Delimiter, plan.Options.Escape);

    /// <exception cref="AwsException">ValidationException: there is no such bucket, or too many partitions.</exception>
    public async Task<UnloadResult> WriteAsync(IRowSource rows, CancellationToken cancellationToken)
    {
        CheckBucket();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var partition = plan.Partition(rows);
            var file = Open(partition);
            for (var column = 0; column < plan.FileColumns; column++)
            {
                _line.Append(UnloadText.Of(rows.GetValue(column), plan.Columns[column].Type));
            }

            file.WriteRow(_line.End());
            if (file.Length >= plan.Options.FileBytes)
            {
                _finished.Add(await file.FinishAsync(cancellationToken));
                await file.DisposeAsync();
                _files[partition] = null;
            }
        }

        foreach (var file in _files.Values.OfType<UnloadFile>())
        {
            _finished.Add(await file.FinishAsync(cancellationToken));
        }

        return await DescribeAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files.Values.OfType<UnloadFile>())
        {
            await file.DisposeAsync();
        }
    }

    private void CheckBucket()
    {
        try
        {
            objects.GetBucket(plan.Destination.Bucket);
        }
        catch (S3Exception exception) when (exception.Code == "NoSuchBucket")
        {
            throw TimestreamErrors.Validation(
                $"The bucket '{plan.Destination.Bucket}' of the UNLOAD destination does not exist.");
        }
    }

    private UnloadFile Open(string partition)
    {
        if (_files.TryGetValue(partition, out var file) && file is not null)
        {
            return file;
        }

        if (!_files.ContainsKey(partition) && _files.Count == MaxPartitions)
        {
            throw TimestreamErrors.Validation($"UNLOAD cannot write more than {MaxPartitions} partitions.");
        }

        var extension = plan.Options.IsGzip ? "gz" : "csv";
        var address = plan.Destination.Address($"results/{partition}{queryId}_{Guid.NewGuid()}.{extension}");
        file = new UnloadFile(objects, address, plan.Options.IsGzip);
        _files[partition] = file;
        if (plan.Options.IncludeHeader)
        {
            for (var column = 0; column < plan.FileColumns; column++)
            {
                _line.Append(ColumnInfo.NameOf(plan.Columns[column], column));
            }

            file.WriteHeader(_line.End());
        }

        return file;
    }

    private async Task<UnloadResult> DescribeAsync(CancellationToken cancellationToken)
    {
        var name = $"{queryId}_{Guid.NewGuid()}";
        var metadata = plan.Destination.Address($"{name}_metadata.json");
        await S3Documents.WriteAsync(
            objects,
            metadata,
            new UnloadMetadata(ColumnInfo.Of(plan.Columns), new MetadataAuthor("Amazon Timestream", "1.0")),
            MetadataJsonContext.Default.UnloadMetadata,
            cancellationToken);
        var rows = _finished.Sum(file => file.FileMetadata.RowCount);
        var bytes = _finished.Sum(file => file.FileMetadata.ContentLengthInBytes);
        var manifest = plan.Destination.Address($"{name}_manifest.json");
        await S3Documents.WriteAsync(
            objects,
            manifest,
            new UnloadManifest(
                _finished,
                new UnloadedQuery(bytes, rows, "CSV", "Amazon Timestream version 1.0.0"),
                new ManifestAuthor("Amazon Timestream", "1.0")),
            ManifestJsonContext.Default.UnloadManifest,
            cancellationToken);
        var partitions = plan.Options.PartitionedBy.Count == 0 ? 0 : _files.Count;
        return new UnloadResult(rows, bytes, partitions, UnloadDestination.Url(metadata), UnloadDestination.Url(manifest));
    }
}
