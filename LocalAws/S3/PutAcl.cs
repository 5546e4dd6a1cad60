using System.Xml.Linq;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// PutBucketAcl and PutObjectAcl (https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html): buckets here
/// allow no ACLs, as AWS creates them, so only what says the same is accepted: full control for the owner.
/// </summary>
internal sealed class PutAcl(ObjectStore store, string name) : IS3Operation
{
    private const int MaxBodyBytes = 64 * 1024;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        store.Verify(request);
        var policy = await S3Document.TryReadAsync(
            new S3RequestBody(request), "AccessControlPolicy", MaxBodyBytes, cancellationToken);
        if (policy is null && request.FindHeader("x-amz-acl") is null)
        {
            throw new S3Exception(
                "MissingSecurityHeader",
                "Your request was missing a required header",
                StatusCodes.Status400BadRequest);
        }
        var grants = policy?.Named("AccessControlList").Elements() ?? [];
        if (!grants.All(IsOwners) || (policy is not null && !grants.Any()))
        {
            throw S3Errors.AclNotSupported();
        }
    }

    private static bool IsOwners(XElement grant) =>
        grant.Text("Permission") == "FULL_CONTROL"
        && grant.Named("Grantee").ToList() is [var grantee]
        && grantee.Text("ID") == S3Owner.Id;
}
