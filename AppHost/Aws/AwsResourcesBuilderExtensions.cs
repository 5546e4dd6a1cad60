using Amazon.Runtime;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>Adds the AWS resources the pipeline runs on.</summary>
internal static class AwsResourcesBuilderExtensions
{
    /// <summary>Creates the resources when LocalAws is healthy; those that are there stay as they are.</summary>
    /// <exception cref="DistributedApplicationException">A setting of section <c>Telemetry</c> is wrong.</exception>
    public static IResourceBuilder<AwsResources> AddAwsResources(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ProjectResource> localaws)
    {
        var names = TelemetryNames.Read(builder.Configuration);
        var endpoint = localaws.GetEndpoint("http");
        return builder.AddResource(new AwsResources(name, names))
            .WithInitialState(new CustomResourceSnapshot
            {
                ResourceType = "AwsResources",
                State = KnownResourceStates.NotStarted,
                Properties =
                [
                    new("stream", names.StreamName),
                    new("table", $"{names.DatabaseName}.{names.TableName}"),
                    new("bucket", names.BucketName),
                    new("deliveryStream", names.DeliveryStreamName),
                ],
            })
            .WaitFor(localaws)
            .OnInitializeResource((resource, started, cancellationToken) =>
                CreateAsync(resource, started, endpoint, cancellationToken));
    }

    private static async Task CreateAsync(
        AwsResources resource,
        InitializeResourceEvent started,
        EndpointReference endpoint,
        CancellationToken cancellationToken)
    {
        await started.Eventing.PublishAsync(
            new BeforeResourceStartedEvent(resource, started.Services), cancellationToken);
        await started.Notifications.PublishUpdateAsync(
            resource, snapshot => snapshot with { State = KnownResourceStates.Starting });
        using var clients = new LocalAwsClients(endpoint.Url);
        var creation = new AwsResourceCreation(clients, resource.Names, TimeProvider.System, started.Logger);
        try
        {
            await creation.RunAsync(cancellationToken);
        }
        catch (Exception refused) when (
            refused is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new DistributedApplicationException(
                $"the AWS resources could not be created: {refused.Message}", refused);
        }

        await started.Notifications.PublishUpdateAsync(resource, snapshot => snapshot with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
            StartTimeStamp = TimeProvider.System.GetUtcNow().UtcDateTime,
        });
    }
}
