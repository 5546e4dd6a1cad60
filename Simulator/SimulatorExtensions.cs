using Amazon.Kinesis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Settings;
using TelemetryAspire.Simulator.Fleet;
using TelemetryAspire.Simulator.Kinesis;
using TelemetryAspire.Simulator.Replay;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.Simulator;

/// <summary>Puts the Simulator together.</summary>
internal static class SimulatorExtensions
{
    /// <summary>
    /// Adds the way to the stream, and the two sources of messages: the fleet and the replay of a file.
    /// </summary>
    internal static IHostApplicationBuilder AddSimulator(this IHostApplicationBuilder builder)
    {
        builder.AddAwsClient<IAmazonKinesis>();
        builder.Services.AddTelemetryOptions(builder.Configuration);
        builder.Services.AddSingleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<SimulatorOptions>, SimulatorOptionsConsistency>();
        builder.Services.AddOptionsWithValidateOnStart<SimulatorOptions>()
            .BindKnown(SimulatorOptions.SectionName);
        builder.Services.TryAddSingleton<IOutageClassifier, OutageClassifier>();

        // Registered first, so it is stopped last: what the sources have handed over still reaches the stream.
        builder.Services.AddSingleton<StreamProducer>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StreamProducer>());
        builder.Services.AddHealthChecks().AddCheck<ProducerHealthCheck>("stream");

        builder.Services.AddSingleton<ReplayState>();
        builder.Services.AddHostedService<ReplayService>();
        builder.Services.AddHealthChecks().AddCheck<ReplayHealthCheck>("replay");

        builder.Services.AddSingleton<FleetProgress>();
        return builder.AddFunction<ProduceTelemetry>(SimulatorJsonContext.Default);
    }
}
