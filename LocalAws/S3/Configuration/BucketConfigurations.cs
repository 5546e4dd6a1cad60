namespace TelemetryAspire.LocalAws.S3.Configuration;

/// <summary>
/// What AWS says of a new bucket's configurations, which clients read unasked; none can be changed here, so that
/// nothing is accepted that would have no effect.
/// </summary>
internal static class BucketConfigurations
{
    public static readonly IReadOnlyList<BucketConfiguration> All =
    [
        BucketConfiguration.Empty("versioning", "BucketVersioning", "VersioningConfiguration"),
        BucketConfiguration.Empty("logging", "BucketLogging", "BucketLoggingStatus"),
        BucketConfiguration.Empty("notification", "BucketNotificationConfiguration", "NotificationConfiguration"),
        BucketConfiguration.Empty("accelerate", "BucketAccelerateConfiguration", "AccelerateConfiguration"),
        BucketConfiguration.Fixed(
            "requestPayment", "BucketRequestPayment", ["RequestPaymentConfiguration"], ("Payer", "BucketOwner")),
        BucketConfiguration.Fixed("abac", "BucketAbac", ["AbacStatus"], ("Status", "Disabled")),
        Encryption(),
        BucketConfiguration.Fixed(
            "publicAccessBlock",
            "PublicAccessBlock",
            ["PublicAccessBlockConfiguration"],
            ("BlockPublicAcls", "true"),
            ("IgnorePublicAcls", "true"),
            ("BlockPublicPolicy", "true"),
            ("RestrictPublicBuckets", "true")),
        BucketConfiguration.Fixed(
            "ownershipControls",
            "BucketOwnershipControls",
            ["OwnershipControls", "Rule"],
            ("ObjectOwnership", "BucketOwnerEnforced")),
        BucketConfiguration.Absent(
            "policy", "BucketPolicy", "NoSuchBucketPolicy", "The bucket policy does not exist"),
        BucketConfiguration.Absent(
            "policyStatus",
            "BucketPolicyStatus",
            "NoSuchBucketPolicy",
            "The bucket policy does not exist",
            canBeDeleted: false),
        BucketConfiguration.Absent(
            "lifecycle",
            "BucketLifecycleConfiguration",
            "NoSuchLifecycleConfiguration",
            "The lifecycle configuration does not exist"),
        BucketConfiguration.Absent(
            "cors", "BucketCors", "NoSuchCORSConfiguration", "The CORS configuration does not exist"),
        BucketConfiguration.Absent(
            "website",
            "BucketWebsite",
            "NoSuchWebsiteConfiguration",
            "The specified bucket does not have a website configuration"),
        BucketConfiguration.Absent(
            "replication",
            "BucketReplication",
            "ReplicationConfigurationNotFoundError",
            "The replication configuration was not found"),
        BucketConfiguration.Absent(
            "object-lock",
            "ObjectLockConfiguration",
            "ObjectLockConfigurationNotFoundError",
            "Object Lock configuration does not exist for this bucket",
            canBeDeleted: false),
    ];

    private static BucketConfiguration Encryption() => BucketConfiguration.Fixed(
        "encryption",
        "BucketEncryption",
        ["ServerSideEncryptionConfiguration", "Rule", "ApplyServerSideEncryptionByDefault"],
        ("SSEAlgorithm", "AES256")) with
    {
        // Deleting the configuration sets what there is: S3's own encryption is always on.
        CanBeDeleted = true,
    };
}
