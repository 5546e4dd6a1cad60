using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Amazon Kinesis Data Streams.</summary>
internal static class KinesisService
{
    public static void AddKinesis(this IServiceCollection services)
    {
    }

    public static void MapKinesis(this AwsJsonOperations operations, IServiceProvider services)
    {
    }
}
