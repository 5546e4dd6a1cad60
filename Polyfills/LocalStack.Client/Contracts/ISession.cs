using Amazon.Runtime;

namespace LocalStack.Client.Contracts;

/// <summary>Makes clients that talk to LocalStack.</summary>
/// <remarks>
/// By default a client keeps the AWS host of its region and reaches LocalStack as an HTTP proxy. With
/// <c>useServiceUrl</c> LocalStack is its service URL; Timestream needs that, since its clients would otherwise ask for
/// endpoints first and then speak TLS to them.
/// </remarks>
public interface ISession
{
    /// <summary>A client of the given class.</summary>
    TClient CreateClientByImplementation<TClient>(bool useServiceUrl = false)
        where TClient : AmazonServiceClient;

    /// <summary>A client of the given class.</summary>
    AmazonServiceClient CreateClientByImplementation(Type implType, bool useServiceUrl = false);

    /// <summary>A client that implements the given interface; <c>IX</c> is implemented by <c>XClient</c>.</summary>
    AmazonServiceClient CreateClientByInterface<TClient>(bool useServiceUrl = false)
        where TClient : IAmazonService;

    /// <summary>A client that implements the given interface; <c>IX</c> is implemented by <c>XClient</c>.</summary>
    AmazonServiceClient CreateClientByInterface(Type serviceInterfaceType, bool useServiceUrl = false);
}
