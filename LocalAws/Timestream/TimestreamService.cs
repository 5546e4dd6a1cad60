using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Amazon Timestream for LiveAnalytics.</summary>
internal static class TimestreamService
{
    public static void AddTimestream(this IServiceCollection services)
    {
    }

    public static void MapTimestream(this AwsJsonOperations operations, IServiceProvider services)
    {
    }
}
