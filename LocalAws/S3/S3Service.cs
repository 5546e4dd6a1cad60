using Microsoft.Data.Sqlite;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>Amazon S3.</summary>
internal static class S3Service
{
    /// <summary>Adds the endpoint and, for Firehose, the <see cref="ObjectStore"/>.</summary>
    public static void AddS3(this IServiceCollection services)
    {
        services.AddSingleton(OpenStore);
        services.AddSingleton<S3Routes>();
        services.AddSingleton<S3Endpoint>();
    }

    private static ObjectStore OpenStore(IServiceProvider services)
    {
        var dataDirectory = services.GetRequiredService<DataDirectory>();
        var directory = dataDirectory.ForService("s3");
        try
        {
            return new ObjectStore(
                directory,
                dataDirectory.Fsync,
                dataDirectory.Disk,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<ObjectStore>>());
        }
        catch (Exception exception) when (exception is SqliteException or InvalidDataException)
        {
            throw new LocalAwsStartupException(
                $"the S3 data in '{directory}' cannot be opened ({exception.Message}). "
                + "Restore it from a copy, or delete that directory to start without it.",
                exception);
        }
    }
}
