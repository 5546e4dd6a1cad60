using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One endpoint of a resource: what clients use and what the process listens on.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private readonly string? _transport;
    private string? _transportOverride;

    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="uriScheme">The scheme of the URL; the protocol's name when absent.</param>
    /// <param name="transport">http, http2 or tcp; derived from the scheme when absent.</param>
    /// <param name="name">The endpoint's name; the scheme when absent.</param>
    /// <param name="port">The port clients use; chosen when absent.</param>
    /// <param name="targetPort">The port the process listens on; chosen when absent.</param>
    /// <param name="isExternal">Whether it is meant for clients outside the application.</param>
    /// <param name="isProxied">Whether the URL stays the same over restarts and replicas; true when absent.</param>
    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool? isProxied = null)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? protocol.ToString().ToLowerInvariant();
        _transport = transport;
        Name = name ?? UriScheme;
        Port = port;
        TargetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied ?? true;
    }

    /// <summary>The endpoint's name, unique within its resource without regard to case.</summary>
    public string Name { get; set; }

    /// <summary>TCP or UDP.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The port clients use, null for one chosen at start.</summary>
    public int? Port { get; set; }

    /// <summary>The port the process listens on, null for one chosen at start.</summary>
    public int? TargetPort { get; set; }

    /// <summary>The address the process listens on.</summary>
    public string TargetHost { get; set; } = "localhost";

    /// <summary>The scheme of the endpoint's URL.</summary>
    public string UriScheme { get; set; }

    /// <summary>What is spoken over it: http, http2 or tcp.</summary>
    public string Transport
    {
        get => _transportOverride ?? _transport ?? (
            UriScheme is "http" or "https" ? "http" : Protocol.ToString().ToLowerInvariant());
        set => _transportOverride = value;
    }

    /// <summary>Whether it is meant for clients outside the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether the URL stays the same over restarts and replicas.</summary>
    public bool IsProxied { get; set; }

    /// <summary>Whether the endpoint speaks TLS.</summary>
    public bool TlsEnabled { get; set; }

    /// <summary>Whether a reference to the whole resource leaves this endpoint out.</summary>
    public bool ExcludeReferenceEndpoint { get; set; }

    /// <summary>The address, once it is known.</summary>
    public ValueSnapshot<AllocatedEndpoint> AllocatedEndpointSnapshot { get; } = new();

    /// <summary>The address, null until it is known.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => AllocatedEndpointSnapshot.IsValueSet
            ? AllocatedEndpointSnapshot.GetValueAsync().GetAwaiter().GetResult()
            : null;
        set => AllocatedEndpointSnapshot.SetValue(value ?? throw new ArgumentNullException(nameof(value)));
    }
}
