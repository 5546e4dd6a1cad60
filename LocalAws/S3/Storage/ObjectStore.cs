using Microsoft.Data.Sqlite;
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

    public ObjectStore(
        string directory,
        FsyncPolicy fsync,
        IDisk disk,
        TimeProvider clock,
        ILogger<ObjectStore> logger)
    {
        DirectoryEntries.Create(directory, disk);
        _clock = clock;
        _logger = logger;
        var database = Path.Combine(directory, "metadata.db");
        ReportDamage(database + "-wal");
        _database = new MetadataDatabase(database, fsync);
        _writer = new MetadataWriter(_database.Writer, fsync);
        _contents = new ContentFiles(Path.Combine(directory, "content"), fsync, disk, logger);
        Uploads = new UploadStore(_database, _writer, _contents, clock);
        _sweep = Task.Run(SweepOrphans);
    }

    /// <summary>The multipart uploads under way.</summary>
    public UploadStore Uploads { get; }

    /// <summary>Creates a bucket.</summary>
    /// <exception cref="S3Exception">BucketAlreadyOwnedByYou.</exception>
    public Task CreateBucketAsync(
        string name,
        string region,
        IReadOnlyDictionary<string, string> tags,
        CancellationToken cancellationToken) => _writer.WriteAsync(
        session =>
        {
            if (session.Buckets.Find(name) is not null)
            {
                throw S3Errors.BucketAlreadyOwnedByYou(name);
            }
            session.Buckets.Insert(name, region, _clock.GetUtcNow(), tags);
            return true;
        },
        cancellationToken);

    /// <summary>Deletes an empty bucket; uploads under way do not keep it, they end with it.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, BucketNotEmpty.</exception>
    public async Task DeleteBucketAsync(string name, CancellationToken cancellationToken)
    {
        var files = await _writer.WriteAsync(
            session =>
            {
                var bucket = session.Buckets.Get(name);
                if (session.Objects.HasAny(bucket.Id))
                {
                    throw S3Errors.BucketNotEmpty(name);
                }
                var ended = UploadStore.EndAll(session, bucket.Id);
                session.Buckets.Delete(bucket.Id);
                return ended;
            },
            cancellationToken);
        _contents.Delete(files);
    }

    /// <summary>All buckets, by name.</summary>
    public IReadOnlyList<StoredBucket> ListBuckets() => _database.Read(session => session.Buckets.List());

    /// <summary>The bucket of that name.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public StoredBucket GetBucket(string name) => _database.Read(session => session.Buckets.Get(name));

    /// <summary>Replaces a bucket's tag set.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public Task SetTagsAsync(
        string bucket,
        IReadOnlyDictionary<string, string> tags,
        CancellationToken cancellationToken) => _writer.WriteAsync(
        session =>
        {
            session.Buckets.SetTags(session.Buckets.Get(bucket).Id, tags);
            return true;
        },
        cancellationToken);

    /// <summary>Replaces an object's tag set.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchKey.</exception>
    public Task SetTagsAsync(
        ObjectAddress address,
        IReadOnlyDictionary<string, string> tags,
        CancellationToken cancellationToken) => _writer.WriteAsync(
        session =>
        {
            var bucket = session.Buckets.Get(address.Bucket);
            session.Objects.Get(bucket.Id, address.Key);
            session.Objects.SetTags(bucket.Id, address.Key, tags);
            return true;
        },
        cancellationToken);

    /// <summary>Begins an upload: write the content to it, then <see cref="PutAsync"/>.</summary>
    public ObjectUpload BeginUpload(ChecksumAlgorithm algorithm) => _contents.Create(algorithm);

    /// <summary>Makes an upload the object of that key, in place of the one there is.</summary>
    /// <exception cref="S3Exception">NoSuchBucket; PreconditionFailed, NoSuchKey by the condition.</exception>
    public async Task<StoredObject> PutAsync(
        ObjectAddress address,
        ObjectUpload upload,
        ObjectMetadata metadata,
        PutCondition condition,
        CancellationToken cancellationToken)
    {
        await upload.FinishAsync();
        var stored = Describe(address.Key, upload, metadata);
        var replaced = await _writer.WriteAsync(
            session =>
            {
                var bucket = session.Buckets.Get(address.Bucket);
                var current = session.Objects.Find(bucket.Id, address.Key);
                condition.Verify(address.Key, current);
                var files = session.DetachContent(current);
                session.Objects.Upsert(bucket.Id, stored);
                upload.MarkCommitted();
                return files;
            },
            cancellationToken);
        _contents.Delete(replaced);
        return stored;
    }

    /// <summary>The object of that key.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchKey.</exception>
    public StoredObject GetObject(ObjectAddress address) => _database.Read(session =>
        session.Objects.Get(session.Buckets.Get(address.Bucket).Id, address.Key));

    /// <summary>The object of that key and its parts, none when it was not uploaded in parts.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchKey.</exception>
    public (StoredObject Object, IReadOnlyList<StoredPart> Parts) GetObjectWithParts(ObjectAddress address) =>
        _database.Read<(StoredObject, IReadOnlyList<StoredPart>)>(session =>
        {
            var stored = session.Objects.Get(session.Buckets.Get(address.Bucket).Id, address.Key);
            return (stored, stored.UploadId is { } upload ? session.Parts.List(upload) : []);
        });

    /// <summary>The object of that key and its content, which stays what it is while it is being read.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchKey.</exception>
    /// <exception cref="DamagedContentException">The content is missing.</exception>
    public ObjectReader OpenObject(ObjectAddress address)
    {
        for (var attempt = 0; attempt < MaxOpenAttempts; attempt++)
        {
            var (stored, parts) = GetObjectWithParts(address);
            IReadOnlyList<ContentPiece> pieces = stored.UploadId is null
                ? [new ContentPiece(stored.Content, stored.Size)]
                : [.. parts.Select(part => new ContentPiece(part.Content, part.Size))];
            if (pieces.Count > 0 && _contents.TryOpen(pieces) is { } content)
            {
                return new ObjectReader(stored, parts, content);
            }
        }
        throw new DamagedContentException(
            $"The content of {address.Key} in bucket {address.Bucket} is missing from the data directory.");
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
                var bucket = session.Buckets.Get(address.Bucket);
                var current = session.Objects.Find(bucket.Id, address.Key);
                condition.Verify(address.Key, current);
                var files = session.DetachContent(current);
                session.Objects.Delete(bucket.Id, address.Key);
                return files;
            },
            cancellationToken);
        _contents.Delete(deleted);
        return deleted.Count > 0;
    }

    /// <summary>One page of a bucket's keys.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public ListingPage List(string bucket, ListingQuery query) => _database.Read(session =>
        new ObjectLister(session, session.Buckets.Get(bucket).Id, query).ReadPage());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Closing.AllAsync(() => new ValueTask(_sweep), _writer.DisposeAsync, CloseDatabase);
        _stopping.Dispose();
    }

    private ValueTask CloseDatabase()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    private void ReportDamage(string log)
    {
        var lost = WriteAheadLogCheck.CountLostFrames(log);
        if (lost > 0)
        {
            LogDamaged(log, lost);
        }
    }

    private StoredObject Describe(string key, ObjectUpload upload, ObjectMetadata metadata) => new()
    {
        Key = key,
        Content = upload.Id,
        Size = upload.Digest.Length,
        ETag = Convert.ToHexStringLower(upload.Digest.Md5),
        LastModified = _clock.GetWholeSecond(),
        Metadata = metadata,
        ChecksumAlgorithm = upload.Digest.Algorithm,
        ChecksumType = ChecksumType.FullObject,
        Checksum = Convert.ToBase64String(upload.Digest.Checksum),
        UploadId = null,
    };

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
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            LogSweepFailed(exception);
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "The write-ahead log {Path} of S3's metadata is damaged: what its last {Frames} pages changed may be lost.")]
    private partial void LogDamaged(string path, int frames);

    [LoggerMessage(LogLevel.Information, "Deleted {Count} content files that no object uses.")]
    private partial void LogOrphansDeleted(int count);

    [LoggerMessage(LogLevel.Debug, "The search for unused content files stopped with the process.")]
    private partial void LogSweepStopped();

    [LoggerMessage(LogLevel.Warning, "Unused content files could not be deleted; the next start tries again.")]
    private partial void LogSweepFailed(Exception exception);
}
