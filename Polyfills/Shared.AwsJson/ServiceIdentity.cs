#nullable enable

using Amazon.Runtime.Internal;

namespace Amazon.Polyfill.AwsJson;

/// <summary>What a service is called in configuration: <c>AWS_ENDPOINT_URL_TIMESTREAM_WRITE</c> comes from this id.</summary>
/// <param name="serviceId">The service id of the AWS model.</param>
internal sealed class ServiceIdentity(string serviceId) : IServiceMetadata
{
    /// <inheritdoc/>
    public string ServiceId { get; } = serviceId;

    /// <inheritdoc/>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
