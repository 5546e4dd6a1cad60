using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Creates a bucket (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html).</summary>
/// <remarks>Creating one's own bucket again succeeds in us-east-1 and is refused elsewhere, as on AWS.</remarks>
internal sealed partial class CreateBucket(ObjectStore store) : IS3Operation
{
    /// <summary>The older name of eu-west-1.</summary>
    private const string Europe = "EU";

    /// <summary>Enough for the tags, as long as they can be.</summary>
    private const int MaxBodyBytes = TagSet.MaxDocumentBytes;

    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        BucketName.Verify(request.Bucket);
        var region = CredentialScope.Region(request.HttpContext.Request) ?? RequestContext.DefaultRegion;
        var (constraint, tags) = await ReadAsync(request, cancellationToken);
        VerifyLocation(region, constraint);
        try
        {
            await store.CreateBucketAsync(request.Bucket, constraint ?? region, tags, cancellationToken);
        }
        catch (S3Exception refusal) when (refusal.Code == "BucketAlreadyOwnedByYou"
            && region == RequestContext.DefaultRegion && constraint is null && tags.Count == 0)
        {
            // Kept by AWS in its first region "for legacy compatibility"; tags would be ignored.
        }
        request.Response.Headers.Location = "/" + request.Bucket;
    }

    /// <summary>The endpoint of us-east-1 creates buckets anywhere else, every other one in its own region.</summary>
    private static void VerifyLocation(string region, string? constraint)
    {
        if (region == RequestContext.DefaultRegion)
        {
            if (constraint is not (null or Europe) && !(constraint != region && RegionName().IsMatch(constraint)))
            {
                throw S3Errors.InvalidLocationConstraint(constraint);
            }
        }
        else if ((constraint == Europe ? "eu-west-1" : constraint) != region)
        {
            throw S3Errors.IllegalLocationConstraint(constraint ?? "unspecified");
        }
    }

    private static async Task<(string? Location, IReadOnlyDictionary<string, string> Tags)> ReadAsync(
        S3Request request, CancellationToken cancellationToken)
    {
        var configuration = await S3Document.TryReadAsync(
            new S3RequestBody(request), "CreateBucketConfiguration", MaxBodyBytes, cancellationToken);
        if (configuration is null)
        {
            return (null, TagSet.None);
        }
        configuration.AllowOnly("LocationConstraint", "Tags");
        return (
            configuration.Text("LocationConstraint") is { Length: > 0 } location ? location : null,
            TagSet.Read(configuration, "Tags", TagSet.MaxOfBucket) ?? TagSet.None);
    }

    [GeneratedRegex(@"^[a-z]{2,}(-[a-z]+)+-\d{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
