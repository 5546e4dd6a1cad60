using Amazon.Kinesis;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Processor;

/// <summary>Puts the Processor together.</summary>
internal static class ProcessorExtensions
{
    /// <summary>
    /// Adds what reads the stream, what understands its records, what writes them, and the function itself.
    /// </summary>
    internal static IHostApplicationBuilder AddProcessor(this IHostApplicationBuilder builder)
    {
        builder.AddAwsClient<IAmazonKinesis>();
        builder.AddAwsClient<IAmazonS3>(); // Dead letters.
        builder.Services.AddTelemetryOptions(builder.Configuration);
        builder.Services.AddSingleton<ReadingMapper>();
        builder.Services.AddSingleton<ClockPolicy>();
        builder.AddTimestreamBatchWriter();
        return builder.AddFunction<ProcessTelemetry>();
    }
}
