using Amazon.Kinesis;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace TelemetryAspire.FunctionHost;

/// <summary>
/// Checks that functions with a stream have what they run on: clients, and a checkpoint store that can write.
/// </summary>
internal sealed class KinesisTriggerCheck(IServiceProvider services) : IStartupCheck
{
    public void Check()
    {
        Client<IAmazonKinesis>(services, "to read streams");
        services.GetRequiredService<IDeadLetterStore>();
        (services.GetRequiredService<ICheckpointStore>() as IStartupCheck)?.Check();
    }

    /// <summary>The AWS client among the services.</summary>
    /// <exception cref="FunctionHostConfigurationException">There is none, or its settings cannot work.</exception>
    public static T Client<T>(IServiceProvider services, string purpose)
        where T : class
    {
        try
        {
            return services.GetService<T>() ?? throw new FunctionHostConfigurationException(
                $"The function host needs {typeof(T).Name} among the services {purpose}; add the client to them.");
        }
        catch (AmazonClientException exception)
        {
            throw new FunctionHostConfigurationException(
                $"The client {typeof(T).Name}, needed {purpose}, cannot be created: {exception.Message}", exception);
        }
    }
}
