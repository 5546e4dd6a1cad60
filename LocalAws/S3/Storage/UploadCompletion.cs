using TelemetryAspire.LocalAws.S3.Checksums;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>A part as the client lists it when it completes an upload.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="ETag">The tag it got for the part, unquoted.</param>
/// <param name="Checksums">The checksums it gives for the part; usually one or none.</param>
internal sealed record CompletedPart(
    int Number,
    string ETag,
    IReadOnlyDictionary<ChecksumAlgorithm, string> Checksums);

/// <summary>What a client says an upload's object is made of, and what it expects that to be.</summary>
internal sealed record UploadCompletion
{
    /// <summary>Every part but the last has at least this size (S3: "Multipart upload limits").</summary>
    private const long MinPartBytes = 5 * 1024 * 1024;

    /// <summary>The parts, in order.</summary>
    public required IReadOnlyList<CompletedPart> Parts { get; init; }

    /// <summary>The checksums of the whole object the client gives; usually none.</summary>
    public IReadOnlyDictionary<ChecksumAlgorithm, string> Checksums { get; init; } =
        new Dictionary<ChecksumAlgorithm, string>();

    /// <summary>What the client says the checksum is computed over; null: nothing.</summary>
    public string? ExpectedType { get; init; }

    /// <summary>How long the client says the object is; null: nothing.</summary>
    public long? ExpectedSize { get; init; }

    /// <summary>Describes the object the upload becomes.</summary>
    /// <exception cref="S3Exception">
    /// InvalidPartOrder, InvalidPart, EntityTooSmall, BadDigest, InvalidRequest.
    /// </exception>
    public StoredObject Compose(StoredUpload upload, IReadOnlyList<StoredPart> uploaded, DateTimeOffset now)
    {
        VerifyOrder(upload.Id);
        VerifyType(upload);
        var byNumber = uploaded.ToDictionary(part => part.Number);
        var chosen = Parts.Select(part => Match(upload, part, byNumber.GetValueOrDefault(part.Number))).ToList();
        VerifySizes(chosen);
        return new StoredObject
        {
            Key = upload.Key,
            Content = chosen[0].Content,
            Size = chosen.Sum(part => part.Size),
            ETag = ComposeETag(chosen),
            LastModified = now,
            Metadata = upload.Metadata,
            ChecksumAlgorithm = upload.Algorithm,
            ChecksumType = upload.ChecksumType,
            Checksum = ComposeChecksum(upload, chosen),
            UploadId = upload.Id,
        };
    }

    private void VerifyOrder(string upload)
    {
        if (Parts.Zip(Parts.Skip(1)).Any(pair => pair.First.Number >= pair.Second.Number))
        {
            throw S3Errors.InvalidPartOrder(upload);
        }
    }

    private void VerifyType(StoredUpload upload)
    {
        if (ExpectedType is not null && ExpectedType != upload.ChecksumType)
        {
            throw S3Errors.InvalidRequest(
                $"The upload was created using the {upload.ChecksumType} checksum mode. "
                + "The complete request must use the same checksum mode.");
        }
    }

    private static StoredPart Match(StoredUpload upload, CompletedPart part, StoredPart? stored)
    {
        var needsChecksum = upload.RequestedAlgorithm is not null && upload.ChecksumType == ChecksumType.Composite;
        if (stored is not null && needsChecksum && part.Checksums.Count == 0)
        {
            var name = upload.Algorithm.Name.ToLowerInvariant();
            throw S3Errors.InvalidRequest(
                $"The upload was created using a {name} checksum. The complete request must include the checksum for "
                + $"each part. It was missing for part {part.Number} in the request.");
        }
        var agrees = stored is not null
            && stored.ETag == part.ETag
            && part.Checksums.All(checksum => checksum.Key == upload.Algorithm && checksum.Value == stored.Checksum);
        return agrees ? stored! : throw S3Errors.InvalidPart(upload.Id, part.Number, part.ETag);
    }

    private void VerifySizes(List<StoredPart> chosen)
    {
        if (chosen.SkipLast(1).FirstOrDefault(part => part.Size < MinPartBytes) is { } small)
        {
            throw S3Errors.EntityTooSmall(small.Number, small.ETag, small.Size, MinPartBytes);
        }
        var size = chosen.Sum(part => part.Size);
        if (ExpectedSize is { } expected && expected != size)
        {
            throw S3Errors.InvalidRequest(
                $"The provided 'x-amz-mp-object-size' header value {expected} does not match what was computed: "
                + $"{size}");
        }
    }

    private static string ComposeETag(List<StoredPart> chosen)
    {
        var md5 = Digest(ChecksumAlgorithm.Md5, chosen.Select(part => Convert.FromHexString(part.ETag)));
        return $"{Convert.ToHexStringLower(md5)}-{chosen.Count}";
    }

    private string ComposeChecksum(StoredUpload upload, List<StoredPart> chosen)
    {
        var checksum = upload.ChecksumType == ChecksumType.FullObject
            ? CombineChecksums(upload.Algorithm.Combination!, chosen)
            : Convert.ToBase64String(
                Digest(upload.Algorithm, chosen.Select(part => Convert.FromBase64String(part.Checksum))));
        foreach (var (algorithm, claimed) in Checksums)
        {
            // Clients give a composite value with the number of parts behind it, and without.
            var value = upload.ChecksumType == ChecksumType.Composite ? claimed.Split('-')[0] : claimed;
            if (algorithm != upload.Algorithm || value != checksum)
            {
                throw S3Errors.BadDigest(algorithm.Name.ToLowerInvariant());
            }
        }
        return upload.ChecksumType == ChecksumType.FullObject ? checksum : $"{checksum}-{chosen.Count}";
    }

    private static string CombineChecksums(CrcCombination combination, List<StoredPart> chosen)
    {
        var whole = Convert.FromBase64String(chosen[0].Checksum);
        foreach (var part in chosen.Skip(1))
        {
            whole = combination.Combine(whole, Convert.FromBase64String(part.Checksum), part.Size);
        }
        return Convert.ToBase64String(whole);
    }

    private static byte[] Digest(ChecksumAlgorithm algorithm, IEnumerable<byte[]> pieces)
    {
        using var digest = algorithm.Start();
        foreach (var piece in pieces)
        {
            digest.Append(piece);
        }
        return digest.Finish();
    }
}
