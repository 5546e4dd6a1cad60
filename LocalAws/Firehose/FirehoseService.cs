using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Amazon Data Firehose.</summary>
internal static class FirehoseService
{
    public static void AddFirehose(this IServiceCollection services)
    {
    }

    public static void MapFirehose(this AwsJsonOperations operations, IServiceProvider services)
    {
    }
}
