using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TelemetryAspire.FunctionHost.Checkpoints;
using TelemetryAspire.FunctionHost.DeadLetters;
using TelemetryAspire.FunctionHost.Invocation;
using TelemetryAspire.FunctionHost.Retries;
using TelemetryAspire.FunctionHost.Shards;
using TelemetryAspire.FunctionHost.Timers;
using TelemetryAspire.Settings;

namespace TelemetryAspire.FunctionHost;

/// <summary>The services the host itself needs; only those of the triggers that are used.</summary>
internal static class FunctionHostServices
{
    /// <summary>Adds what the function's trigger runs on; once, however many functions share it.</summary>
    public static void AddTriggerOf(this IServiceCollection services, FunctionDefinition function)
    {
        services.AddInvocation();
        if (function.Trigger is KinesisTriggerAttribute)
        {
            services.AddKinesisTrigger();
        }
        else
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TimerTriggerService>());
        }
    }

    private static void AddInvocation(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(FunctionCatalog)))
        {
            return;
        }

        services.AddOptionsWithValidateOnStart<FunctionHostOptions, FunctionHostOptionsValidator>()
            .BindKnown(FunctionHostOptions.SectionName);
        services.AddSingleton<FunctionCatalog>();
        services.AddSingleton<IStartupCheck>(provider => provider.GetRequiredService<FunctionCatalog>());
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<FunctionHostHealth>();
        services.AddSingleton<OutageHold>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new Jitter(Environment.TickCount));
        services.TryAddSingleton<IOutageClassifier, OutageClassifier>();
        services.AddHealthChecks().AddCheck<FunctionHostHealthCheck>(
            FunctionHostHealthCheck.Name, HealthStatus.Degraded, tags: ["ready"]);
    }

    private static void AddKinesisTrigger(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ShardWorkerFactory)))
        {
            return;
        }

        services.AddSingleton<ShardWorkerFactory>();
        services.AddSingleton<DeadLetterWriter>();
        services.AddHostedService<KinesisTriggerService>();
        services.TryAddSingleton<IDeadLetterStore>(provider => new S3DeadLetterStore(
            KinesisTriggerCheck.Client<IAmazonS3>(provider, "to keep dead letters"),
            provider.GetRequiredService<IOptions<FunctionHostOptions>>()));
        services.TryAddSingleton<ICheckpointStore>(provider => new SqliteCheckpointStore(
            provider.GetRequiredService<IOptions<FunctionHostOptions>>().Value.CheckpointDatabase,
            provider.GetRequiredService<FunctionCatalog>().Kinesis.Select(f => f.Definition.Name).ToList()));
        services.AddSingleton<IStartupCheck, KinesisTriggerCheck>();
    }
}
