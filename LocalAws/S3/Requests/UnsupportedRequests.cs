using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Refuses what this S3 does not offer, so that no request is half obeyed in silence.</summary>
internal static class UnsupportedRequests
{
    /// <summary>Headers that ask for something not offered, each with the value that asks for nothing.</summary>
    private static readonly Dictionary<string, string?> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-amz-bucket-object-lock-enabled"] = "false",
        ["x-amz-copy-source-server-side-encryption-customer-algorithm"] = null,
        ["x-amz-if-match-initiated-time"] = null,
        ["x-amz-if-match-last-modified-time"] = null,
        ["x-amz-if-match-size"] = null,
        ["x-amz-mfa"] = null,
        ["x-amz-object-lock-legal-hold"] = "OFF",
        ["x-amz-object-lock-mode"] = null,
        ["x-amz-object-lock-retain-until-date"] = null,
        ["x-amz-object-ownership"] = "BucketOwnerEnforced",
        ["x-amz-server-side-encryption"] = "AES256",
        ["x-amz-server-side-encryption-customer-algorithm"] = null,
        ["x-amz-storage-class"] = "STANDARD",
        ["x-amz-website-redirect-location"] = null,
        ["x-amz-write-offset-bytes"] = null,
    };

    private static readonly string[] GrantHeaders =
    [
        "x-amz-grant-full-control", "x-amz-grant-read", "x-amz-grant-read-acp", "x-amz-grant-write",
        "x-amz-grant-write-acp",
    ];

    private static readonly string[] OwnerHeaders =
        ["x-amz-expected-bucket-owner", "x-amz-source-expected-bucket-owner"];

    /// <summary>Refuses a request that asks for something not offered.</summary>
    /// <exception cref="S3Exception">NotImplemented, and what AWS says of ACLs, owners and versions.</exception>
    public static void Refuse(S3Request request)
    {
        foreach (var (header, value) in request.Headers)
        {
            if (Headers.TryGetValue(header, out var harmless) && value != harmless)
            {
                throw S3Errors.HeaderNotImplemented(header, value.ToString());
            }
        }
        RefuseDirectoryBuckets(request);
        RefuseAcl(request);
        RefuseForm(request);
        RefuseOtherOwners(request);
        if (request.Scope == S3Scope.Object)
        {
            ObjectVersion.Verify(request.FindQuery("versionId"));
        }
    }

    // ListDirectoryBuckets is ListBuckets but for the service that it is signed for.
    private static void RefuseDirectoryBuckets(S3Request request)
    {
        if (CredentialScope.Service(request.HttpContext.Request) == "s3express")
        {
            throw S3Errors.ParameterNotImplemented("directory buckets");
        }
    }

    private static void RefuseOtherOwners(S3Request request)
    {
        var owners = OwnerHeaders.Select(request.FindHeader);
        if (owners.Any(owner => owner is not (null or RequestContext.DefaultAccountId)))
        {
            throw S3Errors.AccessDenied();
        }
    }

    // Buckets have their owner's access only, as AWS creates them; these two canned ACLs say the same.
    private static void RefuseAcl(S3Request request)
    {
        var asksForAcl = request.FindHeader("x-amz-acl") is not (null or "private" or "bucket-owner-full-control")
            || Array.Exists(GrantHeaders, request.Headers.ContainsKey);
        if (asksForAcl)
        {
            throw request.Scope == S3Scope.Object || request.Query.ContainsKey("acl")
                ? S3Errors.AclNotSupported()
                : new S3Exception(
                    "InvalidBucketAclWithObjectOwnership",
                    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
                    StatusCodes.Status400BadRequest);
        }
    }

    private static void RefuseForm(S3Request request)
    {
        var isForm = HttpMethods.IsPost(request.HttpContext.Request.Method)
            && request.Headers.ContentType.ToString()
                .StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        if (isForm)
        {
            throw S3Errors.ParameterNotImplemented("POST Object, the upload of a browser's form; use PutObject");
        }
    }
}
