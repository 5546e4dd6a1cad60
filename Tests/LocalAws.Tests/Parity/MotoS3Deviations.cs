namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Where moto 5.2.1 and LocalAws are known to answer differently of S3.</summary>
internal static class MotoS3Deviations
{
    private const string LeftOut = "moto leaves it out.";
    private const string Unchecked = "moto takes what AWS refuses.";
    private const string NewBucket = "moto does not have what every new bucket has on AWS.";

    public static readonly Deviation[] All =
    [
        .. Deviation.Each(
            LeftOut,
            "*.ServerSideEncryption",
            "*.ChecksumType",
            "*.ChecksumAlgorithm.0",
            "*.ChecksumCRC64NVME",
            "HeadBucket.AccessPointAlias",
            "ListBucketsByPrefix.Buckets.*.BucketRegion",
            "FirstPageOfBuckets.Buckets.*.BucketRegion",
            "SecondPage.ContinuationToken",
            "LastPage.ContinuationToken",
            "ListObjects.Marker",
            "ListMultipartUploads.Prefix",
            "UploadsAfterwards.Prefix"),
        new("*.DisplayName", "AWS tells no display names any more."),
        new("FirstPageOfBuckets.ContinuationToken", "moto does not page by MaxBuckets."),
        new("SecondPageOfBuckets.*", "moto does not page by MaxBuckets."),
        new("ListBuckets.Buckets.2.*", "moto has a bucket of a name that AWS refuses."),
        .. Deviation.Each(
            "The time in moto's answer is not in the form of a header's, and the SDK fails at it.",
            "GetObjectAttributes.*",
            "AttributesOfSum.*",
            "AttributesOfParts.*"),
        new("GetWithOtherHeaders.*", "moto does not know the parameters response-*."),
        new("ListEncoded.Contents.0.Key", "In keys in a URL's encoding AWS has a space as a plus sign."),
        .. Deviation.Each(
            "moto pages keys and common prefixes separately, and its marker is not the last of them.",
            "FirstPageByMarker.*",
            "SecondPageByMarker.*",
            "ListByMarker.Marker"),
        new("CompleteInDisorder.Error.Code", "AWS names the order first."),
        new("Complete*.VersionId", "AWS tells it only where the bucket has versions."),
        new("GetPart.*", "moto takes a GET by part number for one of the whole."),
        new("UploadToAborted.*", "moto answers with status 500."),
        new("DeleteQuietly.Deleted.0.Key", "A quiet deletion tells errors only."),
        .. Deviation.Each(
            Unchecked,
            "CreateInvalidName.*",
            "PutWithWrongSum.*",
            "PutWithWrongMd5.*",
            "PutWithBadMd5.*",
            "CopyIfOther.*",
            "TagTwice.*",
            "UploadCopyBeyond.*"),
        .. Deviation.Each(
            NewBucket,
            "GetBucketRequestPayment.Payer",
            "GetBucketEncryption.*",
            "GetPublicAccessBlock.*",
            "GetBucketOwnershipControls.*"),
        new("GetBucketPolicyStatus.*", "AWS says that there is no policy."),
    ];
}
