using Amazon.Kinesis;
using Amazon.KinesisFirehose;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TelemetryAspire.DataLakeForwarder.Firehose;
using TelemetryAspire.DataLakeForwarder.Lake;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Settings;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>Puts the DataLakeForwarder together.</summary>
internal static class ForwarderExtensions
{
    /// <summary>Adds what reads the stream, the two ways into the lake, and the function itself.</summary>
    internal static IHostApplicationBuilder AddDataLakeForwarder(this IHostApplicationBuilder builder)
    {
        builder.AddAwsClient<IAmazonKinesis>();
        builder.AddAwsClient<IAmazonS3>(); // Oversize records and dead letters.
        builder.AddAwsClient<IAmazonKinesisFirehose>();
        builder.Services.AddTelemetryOptions(builder.Configuration);
        builder.Services.AddSingleton<IValidateOptions<ForwarderOptions>, ForwarderOptionsValidator>();
        builder.Services.AddOptionsWithValidateOnStart<ForwarderOptions>()
            .BindKnown(ForwarderOptions.SectionName);
        builder.Services.AddSingleton(services => new DeliveryStreamWriter(
            services.GetRequiredService<IAmazonKinesisFirehose>(),
            services.GetRequiredService<IOptions<TelemetryOptions>>().Value.DeliveryStreamName,
            services.GetRequiredService<IOptions<ForwarderOptions>>().Value,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Jitter>()));
        builder.Services.AddSingleton<OversizeWriter>();
        return builder.AddFunction<ForwardTelemetry>();
    }
}
