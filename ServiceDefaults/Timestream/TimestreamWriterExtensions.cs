using Amazon.TimestreamWrite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TelemetryAspire.Settings;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Registers the batching Timestream writer.</summary>
public static class TimestreamWriterExtensions
{
    /// <summary>
    /// Registers <see cref="TimestreamBatchWriter"/> for the table of <see cref="TelemetryOptions"/>, its client and
    /// the health check <c>timestream</c>.
    /// </summary>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// Needs <c>AddTelemetryOptions</c>. The container disposes the writer after all hosted services stopped.
    /// </remarks>
    public static IHostApplicationBuilder AddTimestreamBatchWriter(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddAwsClient<IAmazonTimestreamWrite>();
        builder.Services.AddSingleton<IValidateOptions<TimestreamWriterOptions>, TimestreamWriterOptionsValidator>();
        builder.Services.AddOptionsWithValidateOnStart<TimestreamWriterOptions>()
            .BindKnown(TimestreamWriterOptions.SectionName);
        builder.Services.AddSingleton(Create);
        builder.Services.AddHealthChecks().AddCheck<TimestreamHealthCheck>("timestream");
        builder.Services.AddSingleton(services => new TimestreamHealthCheck(
            services.GetRequiredService<TimestreamBatchWriter>().Availability,
            services.GetRequiredService<TimeProvider>()));
        return builder;
    }

    private static TimestreamBatchWriter Create(IServiceProvider services)
    {
        var names = services.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        return new TimestreamBatchWriter(
            services.GetRequiredService<IAmazonTimestreamWrite>(),
            new TimestreamTable(names.DatabaseName, names.TableName),
            services.GetRequiredService<IOptions<TimestreamWriterOptions>>().Value,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILoggerFactory>());
    }
}
