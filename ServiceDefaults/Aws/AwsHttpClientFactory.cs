using Amazon.Runtime;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>
/// Gives an AWS client its HTTP clients out of <see cref="IHttpClientFactory"/>, resilience included.
/// </summary>
/// <param name="clients">Owner of the handlers, which outlive every HTTP client made from them.</param>
/// <param name="name">Name under which the handlers of this AWS client are configured.</param>
internal sealed class AwsHttpClientFactory(IHttpClientFactory clients, string name) : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => clients.CreateClient(name);

    /// <summary>No: <see cref="IHttpClientFactory"/> keeps what is expensive.</summary>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <summary>No: the body of a response may still be read, and disposing frees nothing.</summary>
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
