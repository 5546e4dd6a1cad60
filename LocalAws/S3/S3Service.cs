namespace TelemetryAspire.LocalAws.S3;

/// <summary>Amazon S3.</summary>
internal static class S3Service
{
    public static void AddS3(this IServiceCollection services) => services.AddSingleton<S3Endpoint>();
}
