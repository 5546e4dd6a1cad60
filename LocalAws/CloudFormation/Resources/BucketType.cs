using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.PropertyType;
using static TelemetryAspire.LocalAws.CloudFormation.Resources.ResourceProperty;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>AWS::S3::Bucket.</summary>
internal sealed class BucketType(ObjectStore store) : ResourceType(Specification)
{
    private const int MaxBucketName = 63;

    private static readonly ResourceSchema Specification = new()
    {
        TypeName = "AWS::S3::Bucket",
        NameProperty = "BucketName",
        Attributes = ["Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL"],
        Properties = new Dictionary<string, ResourceProperty>(StringComparer.Ordinal)
        {
            ["BucketName"] = Replacing(Text),
            ["AbacStatus"] = WithoutEffect(),
            ["AccelerateConfiguration"] = WithoutEffect(),
            ["AccessControl"] = WithoutEffect(),
            ["AnalyticsConfigurations"] = WithoutEffect(),
            ["BucketEncryption"] = WithoutEffect(),
            ["CorsConfiguration"] = Refused("no cross-origin answer is given"),
            ["IntelligentTieringConfigurations"] = WithoutEffect(),
            ["InventoryConfigurations"] = WithoutEffect(),
            ["LifecycleConfiguration"] = WithoutEffect(),
            ["LoggingConfiguration"] = WithoutEffect(),
            ["MetricsConfigurations"] = WithoutEffect(),
            ["OwnershipControls"] = WithoutEffect(),
            ["PublicAccessBlockConfiguration"] = WithoutEffect(),
            ["Tags"] = Of(Tags),
            ["BucketNamePrefix"] = Refused("names have no account-regional namespace"),
            ["BucketNamespace"] = Refused("names have no account-regional namespace"),
            ["MetadataConfiguration"] = Refused("there are no metadata tables"),
            ["MetadataTableConfiguration"] = Refused("there are no metadata tables"),
            ["NotificationConfiguration"] = Refused("no notification is sent"),
            ["ObjectLockConfiguration"] = Refused("objects cannot be locked"),
            ["ObjectLockEnabled"] = Refused("objects cannot be locked"),
            ["ReplicationConfiguration"] = Refused("objects are not replicated"),
            ["VersioningConfiguration"] = Refused("objects have one version"),
            ["WebsiteConfiguration"] = Refused("no website is served"),
        },
    };

    public override string PlanId(NewResource resource) => resource.Properties["BucketName"]?.ToString()
        ?? PhysicalName.Generate(resource.StackName, resource.LogicalId, MaxBucketName).ToLowerInvariant();

    public override ValueTask<bool> ExistsAsync(ResourceHandle resource, CancellationToken cancellationToken) =>
        ValueTask.FromResult(store.ListBuckets().Any(bucket => bucket.Name == resource.PhysicalId));

    public override async ValueTask<CreatedResource> CreateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(resource, cancellationToken))
        {
            await TranslateAsync(() =>
            {
                BucketName.Verify(resource.PhysicalId);
                return store.CreateBucketAsync(
                    resource.PhysicalId, resource.Context.Region, TagSet.None, cancellationToken);
            });
        }

        return await UpdateAsync(resource, cancellationToken);
    }

    /// <summary>Tags are all of a bucket that can change and has an effect here.</summary>
    public override async ValueTask<CreatedResource> UpdateAsync(
        ResourceHandle resource,
        CancellationToken cancellationToken)
    {
        await TranslateAsync(() =>
        {
            var tags = TagSet.Verify(ResourceTags.Of(resource.Properties), TagSet.MaxOfBucket);
            return store.SetTagsAsync(resource.PhysicalId, tags, cancellationToken);
        });
        return Describe(resource);
    }

    public override async ValueTask DeleteAsync(ResourceHandle resource, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(resource, cancellationToken))
        {
            await TranslateAsync(() => store.DeleteBucketAsync(resource.PhysicalId, cancellationToken));
        }
    }

    private static CreatedResource Describe(ResourceHandle resource)
    {
        var name = resource.PhysicalId;
        var region = resource.Context.Region;
        return new CreatedResource(name, new Dictionary<string, string>
        {
            ["Arn"] = $"arn:aws:s3:::{name}",
            ["DomainName"] = $"{name}.s3.amazonaws.com",
            ["DualStackDomainName"] = $"{name}.s3.dualstack.{region}.amazonaws.com",
            ["RegionalDomainName"] = $"{name}.s3.{region}.amazonaws.com",
            ["WebsiteURL"] = $"http://{name}.s3-website-{region}.amazonaws.com",
        });
    }

    private static async ValueTask TranslateAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (S3Exception refusal)
        {
            throw new AwsException(refusal.Code, refusal.Message, refusal.StatusCode);
        }
    }
}
