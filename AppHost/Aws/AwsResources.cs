using TelemetryAspire.Telemetry;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>
/// The stream, database, table, bucket and delivery stream the pipeline runs on. Running once all of them are there.
/// </summary>
/// <param name="name">The resource's name.</param>
/// <param name="names">What they are called.</param>
internal sealed class AwsResources(string name, TelemetryOptions names) : Resource(name), IResourceWithWaitSupport
{
    /// <summary>What the resources are called.</summary>
    public TelemetryOptions Names => names;
}
