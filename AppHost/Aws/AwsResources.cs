namespace TelemetryAspire.AppHost.Aws;

/// <summary>
/// The stream, database, table, bucket and delivery stream the pipeline runs on. Running once all of them are there.
/// </summary>
/// <param name="name">The resource's name.</param>
internal sealed class AwsResources(string name) : Resource(name), IResourceWithWaitSupport;
