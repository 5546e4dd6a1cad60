namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>A bucket.</summary>
/// <param name="Id">The number its objects carry.</param>
/// <param name="Name">Its name, 3 to 63 characters.</param>
/// <param name="Region">The region it was created in.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="Tags">Its tag set; empty when it has none.</param>
internal sealed record StoredBucket(
    long Id,
    string Name,
    string Region,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string> Tags);
