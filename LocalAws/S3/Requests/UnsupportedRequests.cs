namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Refuses what this S3 does not offer, so that no request is half obeyed in silence.</summary>
internal static class UnsupportedRequests
{
    /// <summary>Query parameters that select another operation or version of S3's API than those offered.</summary>
    private static readonly HashSet<string> Subresources = new(StringComparer.Ordinal)
    {
        "abac", "accelerate", "acl", "analytics", "annotation", "attributes", "cors", "encryption",
        "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "logging", "metadataConfiguration",
        "metadataInventoryTable", "metadataJournalTable", "metadataTable", "metrics", "notification", "object-lock",
        "ownershipControls", "partNumber", "policy", "policyStatus", "publicAccessBlock", "renameObject",
        "replication", "requestPayment", "restore", "retention", "select", "session", "tagging", "torrent",
        "uploadId", "uploads", "versionId", "versioning", "versions", "website",
    };

    /// <summary>Headers that ask for something not offered, each with the value that asks for nothing.</summary>
    private static readonly Dictionary<string, string?> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-amz-acl"] = "private",
        ["x-amz-bucket-object-lock-enabled"] = "false",
        ["x-amz-copy-source"] = null,
        ["x-amz-grant-full-control"] = null,
        ["x-amz-grant-read"] = null,
        ["x-amz-grant-read-acp"] = null,
        ["x-amz-grant-write"] = null,
        ["x-amz-grant-write-acp"] = null,
        ["x-amz-mfa"] = null,
        ["x-amz-object-lock-legal-hold"] = "OFF",
        ["x-amz-object-lock-mode"] = null,
        ["x-amz-object-lock-retain-until-date"] = null,
        ["x-amz-server-side-encryption"] = "AES256",
        ["x-amz-server-side-encryption-customer-algorithm"] = null,
        ["x-amz-storage-class"] = "STANDARD",
        ["x-amz-tagging"] = null,
        ["x-amz-website-redirect-location"] = null,
        ["x-amz-write-offset-bytes"] = null,
    };

    /// <summary>Throws NotImplemented when the request asks for something not offered.</summary>
    public static void Refuse(S3Request request)
    {
        foreach (var parameter in request.Query.Keys)
        {
            if (Subresources.Contains(parameter))
            {
                throw S3Errors.ParameterNotImplemented(parameter);
            }
        }
        foreach (var (header, value) in request.Headers)
        {
            if (Headers.TryGetValue(header, out var harmless) && value != harmless)
            {
                throw S3Errors.HeaderNotImplemented(header, value.ToString());
            }
        }
    }
}
