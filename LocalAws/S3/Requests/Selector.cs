namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>What beside method and path decides which operation a request means.</summary>
internal static class Selector
{
    /// <summary>CopyObject rather than PutObject: a header makes the difference.</summary>
    public const string Copy = "copy";

    /// <summary>UploadPartCopy rather than UploadPart.</summary>
    public const string CopyOfPart = "copy of part";

    /// <summary>The query parameters that select an operation of S3's API, offered here or not.</summary>
    private static readonly string[] Parameters =
    [
        "abac", "accelerate", "acl", "analytics", "annotation", "attributes", "cors", "delete", "encryption",
        "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "list-type", "location", "logging",
        "metadataConfiguration", "metadataInventoryTable", "metadataJournalTable", "metadataTable", "metrics",
        "notification", "object-lock", "ownershipControls", "policy", "policyStatus", "publicAccessBlock",
        "renameObject", "replication", "requestPayment", "restore", "retention", "select", "session", "tagging",
        "torrent", "uploadId", "uploads", "versioning", "versions", "website",
    ];

    /// <summary>Finds it; null for the plain operations of a method.</summary>
    public static string? Find(S3Request request)
    {
        var parameter = Array.Find(Parameters, request.Query.ContainsKey);
        var isCopy = request.Scope == S3Scope.Object
            && HttpMethods.IsPut(request.HttpContext.Request.Method)
            && request.Headers.ContainsKey(CopySource.Header);
        return (isCopy, parameter) switch
        {
            (true, null) => Copy,
            (true, "uploadId") => CopyOfPart,
            _ => parameter,
        };
    }
}
