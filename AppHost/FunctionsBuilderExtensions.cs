using TelemetryAspire.AppHost.Aws;
using TelemetryAspire.AppHost.Restart;

namespace TelemetryAspire.AppHost;

/// <summary>Adds the processes that run functions.</summary>
internal static class FunctionsBuilderExtensions
{
    /// <summary>
    /// Adds a process that runs functions: aimed at LocalAws, with checkpoints of its own beside LocalAws's data, with
    /// a health endpoint, restarted when it crashes. It starts once the AWS resources are there.
    /// </summary>
    /// <remarks>Dead letters go to the lake's bucket unless the user says otherwise.</remarks>
    public static IResourceBuilder<ProjectResource> AddFunctions<TProject>(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ProjectResource> localaws,
        IResourceBuilder<AwsResources> resources)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name, launchProfileName: null)
            .WithAws(localaws)
            .WithEnvironment(
                "FunctionHost__CheckpointDatabase",
                Path.Combine(builder.LocalAwsDataDirectory(), "checkpoints", $"{name}.db"))
            .WithEnvironment("FunctionHost__DeadLetters__Bucket", resources.Resource.Names.BucketName)
            .WithSettings("Telemetry", "FunctionHost", "AwsClients")
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithRestart()
            .WaitFor(resources);
}
