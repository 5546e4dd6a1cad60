using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration;

/// <summary>Gives every endpoint an address that stays for the life of the application.</summary>
/// <remarks>
/// With one instance of each resource the process can listen on the client's port itself, so a proxied endpoint needs
/// no proxy to keep its URL over restarts.
/// </remarks>
internal sealed class EndpointAllocator(IConfiguration configuration)
{
    private bool RandomizePorts => configuration.GetValue<bool>("DcpPublisher:RandomizePorts");

    /// <exception cref="DistributedApplicationException">An endpoint asks for what needs a proxy.</exception>
    public void Allocate(IResource resource)
    {
        var endpoints = resource.Annotations.OfType<EndpointAnnotation>();
        foreach (var endpoint in endpoints.Where(one => one.AllocatedEndpoint is null))
        {
            var port = endpoint.IsProxied
                ? ProxiedPort(resource, endpoint)
                : endpoint.Port ?? endpoint.TargetPort ?? FreePort();
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(
                endpoint, endpoint.TargetHost, port, port.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private int ProxiedPort(IResource resource, EndpointAnnotation endpoint)
    {
        var wanted = RandomizePorts ? null : endpoint.Port;
        if (wanted is { } port && endpoint.TargetPort is { } target && port != target)
        {
            throw new DistributedApplicationException(
                $"The endpoint '{endpoint.Name}' of resource '{resource.Name}' asks for port {port} in front of " +
                $"target port {target}, which needs a proxy this AppHost does not have. " +
                "Leave one of the two ports out.");
        }

        return endpoint.TargetPort ?? wanted ?? FreePort();
    }
}
