namespace TelemetryAspire.LocalAws.S3;

/// <summary>The one account that owns every bucket and object.</summary>
internal static class S3Owner
{
    /// <summary>The canonical user id: S3's are 64 hexadecimal digits.</summary>
    public const string Id = "0000000000000000000000000000000000000000000000000000000000000000";
}
