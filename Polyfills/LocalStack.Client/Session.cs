using System.Reflection;
using Amazon;
using Amazon.Runtime;
using LocalStack.Client.Contracts;

namespace LocalStack.Client;

/// <summary>Makes clients by the naming rules every AWS service package keeps.</summary>
/// <remarks>Reflection runs once per client made, not per call.</remarks>
internal sealed class Session(ISessionOptions sessionOptions, IConfigOptions configOptions) : ISession
{
    /// <inheritdoc/>
    public TClient CreateClientByImplementation<TClient>(bool useServiceUrl = false)
        where TClient : AmazonServiceClient =>
        (TClient)CreateClientByImplementation(typeof(TClient), useServiceUrl);

    /// <inheritdoc/>
    public AmazonServiceClient CreateClientByImplementation(Type implType, bool useServiceUrl = false)
    {
        ConstructorInfo constructor = FindConstructor(implType);
        var config = (ClientConfig)Activator.CreateInstance(constructor.GetParameters()[1].ParameterType)!;
        Configure(config, useServiceUrl);
        var credentials = new SessionAWSCredentials(
            sessionOptions.AwsAccessKeyId, sessionOptions.AwsAccessKey, sessionOptions.AwsSessionToken);
        return (AmazonServiceClient)constructor.Invoke([credentials, config]);
    }

    /// <inheritdoc/>
    public AmazonServiceClient CreateClientByInterface<TClient>(bool useServiceUrl = false)
        where TClient : IAmazonService =>
        CreateClientByInterface(typeof(TClient), useServiceUrl);

    /// <inheritdoc/>
    public AmazonServiceClient CreateClientByInterface(Type serviceInterfaceType, bool useServiceUrl = false)
    {
        string clientName = $"{serviceInterfaceType.Namespace}.{serviceInterfaceType.Name[1..]}Client";
        Type clientType = serviceInterfaceType.Assembly.GetType(clientName)
            ?? throw new AmazonClientException(
                $"Failed to find service client {clientName} which implements {serviceInterfaceType.FullName}.");
        return CreateClientByImplementation(clientType, useServiceUrl);
    }

    private static ConstructorInfo FindConstructor(Type clientType) =>
        clientType.GetConstructors().FirstOrDefault(
            constructor => constructor.GetParameters() is [{ Name: "credentials" }, { Name: "clientConfig" }])
        ?? throw new AmazonClientException(
            $"Service client {clientType.FullName} has no constructor with parameters credentials and clientConfig.");

    private void Configure(ClientConfig config, bool useServiceUrl)
    {
        if (configOptions.UseLegacyPorts)
        {
            throw new AmazonClientException(
                "LocalStack:Config:UseLegacyPorts is not supported: LocalStack has had one port for all services "
                + "since 2020. Set LocalStack:Config:EdgePort to it.");
        }

        string scheme = configOptions.UseSsl ? "https" : "http";
        config.UseHttp = !configOptions.UseSsl;
        config.ProxyHost = configOptions.LocalStackHost;
        config.ProxyPort = configOptions.EdgePort;
        // S3 only: bucket names in the host would need a name server that knows them.
        config.GetType().GetProperty("ForcePathStyle")?.SetValue(config, true);

        // A service URL and a region endpoint clear each other, so exactly one of them is set.
        if (useServiceUrl)
        {
            config.ServiceURL = $"{scheme}://{configOptions.LocalStackHost}:{configOptions.EdgePort}";
            config.AuthenticationRegion = sessionOptions.RegionName;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(sessionOptions.RegionName);
        }
    }
}
