using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>The multipart uploads under way: their parts become an object in one commit, uncopied.</summary>
/// <remarks>A part is durable when <see cref="PutPartAsync"/> returns. Safe for any number of callers.</remarks>
internal sealed class UploadStore(
    MetadataDatabase database,
    MetadataWriter writer,
    ContentFiles contents,
    TimeProvider clock)
{
    /// <summary>Begins an upload.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public Task<StoredUpload> CreateAsync(
        ObjectAddress address,
        ObjectMetadata metadata,
        ChecksumAlgorithm? algorithm,
        string checksumType,
        CancellationToken cancellationToken) => writer.WriteAsync(
        session =>
        {
            var upload = new StoredUpload
            {
                // Version 7 sorts by time, as S3 lists the uploads of one key.
                Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
                Bucket = session.Buckets.Get(address.Bucket).Id,
                Key = address.Key,
                InitiatedAt = clock.GetWholeSecond(),
                Metadata = metadata,
                RequestedAlgorithm = algorithm,
                ChecksumType = checksumType,
            };
            session.Uploads.Insert(upload);
            return upload;
        },
        cancellationToken);

    /// <summary>An upload under way.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchUpload.</exception>
    public StoredUpload Get(UploadAddress address) => database.Read(session => Get(session, address));

    /// <summary>Makes content a part, in place of the one of that number.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchUpload.</exception>
    public async Task<StoredPart> PutPartAsync(
        UploadAddress address,
        int number,
        ObjectUpload content,
        CancellationToken cancellationToken)
    {
        await content.FinishAsync();
        var part = new StoredPart(
            number,
            content.Id,
            content.Digest.Length,
            Convert.ToHexStringLower(content.Digest.Md5),
            clock.GetWholeSecond(),
            Convert.ToBase64String(content.Digest.Checksum));
        var replaced = await writer.WriteAsync(
            session =>
            {
                var upload = Get(session, address);
                var current = session.Parts.Find(upload.Id, number);
                session.Parts.Upsert(upload.Id, part);
                content.MarkCommitted();
                return current;
            },
            cancellationToken);
        contents.Delete(replaced is null ? [] : [replaced.Content]);
        return part;
    }

    /// <summary>Makes the chosen parts the object and forgets the others.</summary>
    /// <exception cref="S3Exception">
    /// NoSuchBucket, NoSuchUpload; PreconditionFailed, NoSuchKey by the condition; what the completion refuses.
    /// </exception>
    public async Task<StoredObject> CompleteAsync(
        UploadAddress address,
        UploadCompletion completion,
        PutCondition condition,
        CancellationToken cancellationToken)
    {
        var (stored, replaced, unused) = await writer.WriteAsync(
            session => Complete(session, address, completion, condition), cancellationToken);
        contents.Delete(replaced);
        contents.Delete(unused);
        return stored;
    }

    /// <summary>Ends an upload and deletes its parts.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchUpload.</exception>
    public async Task AbortAsync(UploadAddress address, CancellationToken cancellationToken)
    {
        var files = await writer.WriteAsync(session => End(session, Get(session, address)), cancellationToken);
        contents.Delete(files);
    }

    /// <summary>Ends all uploads of a bucket that is about to be deleted, within the caller's change.</summary>
    /// <returns>The files to delete once that is committed.</returns>
    public static List<ContentId> EndAll(MetadataSession session, long bucket)
    {
        var uploads = session.Uploads.Scan(bucket, fromKey: "").ToList();
        return [.. uploads.SelectMany(upload => End(session, upload))];
    }

    /// <summary>An upload and its parts numbered above <paramref name="marker"/>.</summary>
    /// <exception cref="S3Exception">NoSuchBucket, NoSuchUpload.</exception>
    public (StoredUpload Upload, List<StoredPart> Parts) ListParts(UploadAddress address, int marker, int most) =>
        database.Read(session =>
        {
            var upload = Get(session, address);
            return (upload, session.Parts.List(upload.Id, marker, most));
        });

    /// <summary>One page of a bucket's uploads.</summary>
    /// <exception cref="S3Exception">NoSuchBucket.</exception>
    public UploadPage List(string bucket, UploadQuery query) => database.Read(session =>
        new UploadLister(query).ReadPage(fromKey => session.Uploads.Scan(session.Buckets.Get(bucket).Id, fromKey)));

    private (StoredObject Stored, IReadOnlyList<ContentId> Replaced, List<ContentId> Unused) Complete(
        MetadataSession session,
        UploadAddress address,
        UploadCompletion completion,
        PutCondition condition)
    {
        var bucket = session.Buckets.Get(address.Object.Bucket);
        var current = session.Objects.Find(bucket.Id, address.Object.Key);
        var upload = session.Uploads.Find(bucket.Id, address.Object.Key, address.Id);
        if (upload is null && current?.UploadId == address.Id)
        {
            // The client did not get our first answer and asks again; AWS, too, then says the same once more.
            return (current, [], []);
        }
        if (upload is null)
        {
            throw S3Errors.NoSuchUpload(address.Id);
        }
        condition.Verify(address.Object.Key, current);
        var uploaded = session.Parts.List(upload.Id);
        var stored = completion.Compose(upload, uploaded, clock.GetWholeSecond());
        var numbers = completion.Parts.Select(part => part.Number).ToHashSet();
        var unused = uploaded.FindAll(part => !numbers.Contains(part.Number));
        unused.ForEach(part => session.Parts.Delete(upload.Id, part.Number));
        var replaced = session.DetachContent(current);
        session.Uploads.Delete(upload.Id);
        session.Objects.Upsert(bucket.Id, stored);
        return (stored, replaced, unused.ConvertAll(part => part.Content));
    }

    private static List<ContentId> End(MetadataSession session, StoredUpload upload)
    {
        var files = session.Parts.List(upload.Id).ConvertAll(part => part.Content);
        session.Parts.DeleteAll(upload.Id);
        session.Uploads.Delete(upload.Id);
        return files;
    }

    private static StoredUpload Get(MetadataSession session, UploadAddress address) =>
        session.Uploads.Get(session.Buckets.Get(address.Object.Bucket).Id, address.Object.Key, address.Id);
}
