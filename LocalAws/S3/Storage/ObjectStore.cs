using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The buckets and objects of S3, on disk.</summary>
/// <remarks>
/// A write is durable and visible at one moment, the commit of its row; its content is durable before.
/// Refusals are thrown as <see cref="S3Exception"/>. Safe for any number of callers.
/// </remarks>
internal sealed partial class ObjectStore : IAsyncDisposable
{
    /// <summary>
    /// How often a read may find the object replaced between its row and its file before it gives up.
    /// </summary>
    private const int MaxOpenAttempts = 10;

    private readonly MetadataDatabase _database;
    private readonly MetadataWriter _writer;
    private readonly ContentFiles _contents;
    private readonly TimeProvider _clock;
    private readonly ILogger<ObjectStore> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _sweep;

    public ObjectStore(string directory, FsyncPolicy fsync, TimeProvider clock, ILogger<ObjectStore> logger)
    {
        DirectoryEntries.Create(directory);
        _clock = clock;
        _logger = logger;
        _database = new MetadataDatabase(Path.Combine(directory, "metadata.db"), fsync);
        _writer = new MetadataWriter(_database.Writer, fsync);
        _contents = new ContentFiles(Path.Combine(directory, "content"), fsync);
        _sweep = Task.Run(SweepOrphans);
    }

    /// <summary>Creates a bucket.</summary>
    /// <exception cref="S3Exception">BucketAlreadyOwnedByYou.</exception>
    public Task CreateBucketAsync(string name, string region, CancellationToken cancellationToken) =>
        _writer.WriteAsync(
            session =>
            {
                if (session.FindBucket(name) is not null)
                {
                    throw S3Errors.BucketAlreadyOwnedByYou(name);
                }
                session.InsertBucket(name, region, _clock.GetUtcNow());
                return true;
            },
            cancellationToken);

    /// <summary>Deletes an empty bucket.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, BucketNotEmpty.</exception>
    public Task DeleteBucketAsync(string name, CancellationToken cancellationToken) => _writer.WriteAsync(
        session =>
        {
            var bucket = FindBucket(session, name);
            if (session.HasObjects(bucket.Id))
            {
                throw S3Errors.BucketNotEmpty(name);
            }
            session.DeleteBucket(bucket.Id);
            return true;
        },
        cancellationToken);

    /// <summary>All buckets, by name.</summary>
    public IReadOnlyList<StoredBucket> ListBuckets() => _database.Read(session => session.ListBuckets());

    /// <summary>The bucket of that name.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public StoredBucket GetBucket(string name) => _database.Read(session => FindBucket(session, name));

    /// <summary>Begins an upload: write the content to it, then <see cref="PutAsync"/>.</summary>
    public ObjectUpload BeginUpload(ChecksumAlgorithm algorithm) => _contents.Create(algorithm);

    /// <summary>Makes an upload the object of that key, in place of the one there is.</summary>
    /// <exception cref="S3Exception">NoSuchBucket; PreconditionFailed, NoSuchKey by the condition.</exception>
    public async Task<StoredObject> PutAsync(
        ObjectAddress address,
        ObjectUpload upload,
        IReadOnlyDictionary<string, string> headers,
        PutCondition condition,
        CancellationToken cancellationToken)
    {
        await upload.FinishAsync();
        var stored = Describe(address.Key, upload, headers);
        var replaced = await _writer.WriteAsync(
            session =>
            {
                var bucket = FindBucket(session, address.Bucket);
                var current = session.FindObject(bucket.Id, address.Key);
                condition.Verify(address.Key, current);
                session.UpsertObject(bucket.Id, stored);
                upload.MarkCommitted();
                return current;
            },
            cancellationToken);
        DeleteContent(replaced);
        return stored;
    }

    /// <summary>The object of that key.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchKey.</exception>
    public StoredObject GetObject(ObjectAddress address) => _database.Read(session =>
        session.FindObject(FindBucket(session, address.Bucket).Id, address.Key)
        ?? throw S3Errors.NoSuchKey(address.Key));

    /// <summary>The object of that key and its content, which stays what it is while it is being read.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchKey.</exception>
    public ObjectReader OpenObject(ObjectAddress address)
    {
        for (var attempt = 0; attempt < MaxOpenAttempts; attempt++)
        {
            var stored = GetObject(address);
            if (_contents.TryOpen(stored.Content) is { } file)
            {
                return new ObjectReader(stored, file);
            }
        }
        throw new IOException($"The content of {address.Key} in bucket {address.Bucket} is missing.");
    }

    /// <summary>Deletes an object.</summary>
    /// <returns>False when there was none.</returns>
    /// <exception cref="S3Exception">NoSuchBucket; PreconditionFailed, NoSuchKey by the condition.</exception>
    public async Task<bool> DeleteAsync(
        ObjectAddress address,
        PutCondition condition,
        CancellationToken cancellationToken)
    {
        var deleted = await _writer.WriteAsync(
            session =>
            {
                var bucket = FindBucket(session, address.Bucket);
                var current = session.FindObject(bucket.Id, address.Key);
                condition.Verify(address.Key, current);
                session.DeleteObject(bucket.Id, address.Key);
                return current;
            },
            cancellationToken);
        DeleteContent(deleted);
        return deleted is not null;
    }

    /// <summary>One page of a bucket's keys.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public ListingPage List(string bucket, ListingQuery query) => _database.Read(session =>
        new ObjectLister(session, FindBucket(session, bucket).Id, query).ReadPage());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _sweep;
        await _writer.DisposeAsync();
        _database.Dispose();
        _stopping.Dispose();
    }

    private static StoredBucket FindBucket(MetadataSession session, string name) =>
        session.FindBucket(name) ?? throw S3Errors.NoSuchBucket(name);

    private StoredObject Describe(string key, ObjectUpload upload, IReadOnlyDictionary<string, string> headers) => new()
    {
        Key = key,
        Content = upload.Id,
        Size = upload.Digest.Length,
        ETag = Convert.ToHexStringLower(upload.Digest.Md5),
        LastModified = DateTimeOffset.FromUnixTimeSeconds(_clock.GetUtcNow().ToUnixTimeSeconds()),
        Headers = headers,
        ChecksumAlgorithm = upload.Digest.Algorithm.Name,
        Checksum = Convert.ToBase64String(upload.Digest.Checksum),
    };

    private void DeleteContent(StoredObject? stored)
    {
        if (stored is null)
        {
            return;
        }
        try
        {
            _contents.Delete(stored.Content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The write itself is done; the file has no row any more, so the next start removes it.
            LogContentNotDeleted(exception, stored.Content.RelativePath);
        }
    }

    private void SweepOrphans()
    {
        try
        {
            var deleted = _contents.Sweep(
                _database.Read(session => session.ListContents()),
                _stopping.Token);
            if (deleted > 0)
            {
                LogOrphansDeleted(deleted);
            }
        }
        catch (OperationCanceledException)
        {
            LogSweepStopped();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogSweepFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The replaced content {Path} could not be deleted; the next start will.")]
    private partial void LogContentNotDeleted(Exception exception, string path);

    [LoggerMessage(LogLevel.Information, "Deleted {Count} content files that no object uses.")]
    private partial void LogOrphansDeleted(int count);

    [LoggerMessage(LogLevel.Debug, "The search for unused content files stopped with the process.")]
    private partial void LogSweepStopped();

    [LoggerMessage(LogLevel.Warning, "Unused content files could not be deleted; the next start tries again.")]
    private partial void LogSweepFailed(Exception exception);
}
