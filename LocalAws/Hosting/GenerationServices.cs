using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.CloudFormation;
using TelemetryAspire.LocalAws.Firehose;
using TelemetryAspire.LocalAws.Kinesis;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.Storage;
using TelemetryAspire.LocalAws.Sts;
using TelemetryAspire.LocalAws.Timestream;

namespace TelemetryAspire.LocalAws.Hosting;

/// <summary>What lives in a <see cref="Generation"/>: the AWS services, on what outlives it.</summary>
/// <param name="application">
/// The application's services: clock, settings, logging, data directory. A generation does not dispose them.
/// </param>
internal sealed class GenerationServices(IServiceProvider application)
{
    /// <summary>A collection for one generation.</summary>
    public IServiceCollection Collect()
    {
        var services = new ServiceCollection();
        services.AddSingleton(application.GetRequiredService<LocalAwsOptions>());
        services.AddSingleton(application.GetRequiredService<TimeProvider>());
        services.AddSingleton(application.GetRequiredService<DataDirectory>());
        services.AddSingleton(application.GetRequiredService<FaultInjector>());
        services.AddSingleton(application.GetRequiredService<ILoggerFactory>());
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(_ =>
            new GenerationLifetime(application.GetRequiredService<IHostApplicationLifetime>()));
        services.AddSingleton<IHostApplicationLifetime>(provider => provider.GetRequiredService<GenerationLifetime>());
        AddAws(services);
        return services;
    }

    private static void AddAws(IServiceCollection services)
    {
        services.AddKinesis();
        services.AddFirehose();
        services.AddTimestream();
        services.AddS3();
        services.AddCloudFormation();
        services.AddSingleton(MapOperations);
        services.AddSingleton(MapQueries);
        services.AddSingleton<ServiceRouter>();
        services.AddSingleton<OperationCatalog>();
    }

    private static AwsJsonOperations MapOperations(IServiceProvider services)
    {
        var operations = new AwsJsonOperations(
            services.GetRequiredService<FaultInjector>(), services.GetRequiredService<ILogger<AwsJsonOperations>>());
        operations.MapKinesis(services);
        operations.MapFirehose(services);
        operations.MapTimestream(services);
        return operations;
    }

    private static QueryEndpoint MapQueries(IServiceProvider services) => new(
        [
            CloudFormationService.Create(services),
            StsService.Create(services.GetRequiredService<TimeProvider>()),
        ],
        services.GetRequiredService<FaultInjector>(),
        services.GetRequiredService<ILogger<QueryEndpoint>>());
}
