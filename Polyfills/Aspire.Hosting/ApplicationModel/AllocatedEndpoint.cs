using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where an endpoint can be reached.</summary>
/// <param name="endpoint">The endpoint this is the address of.</param>
/// <param name="address">The host name clients use.</param>
/// <param name="port">The port clients use.</param>
/// <param name="targetPortExpression">The port the process listens on, as text.</param>
public class AllocatedEndpoint(
    EndpointAnnotation endpoint, string address, int port, string? targetPortExpression = null)
{
    /// <summary>The endpoint this is the address of.</summary>
    public EndpointAnnotation Endpoint { get; } = endpoint;

    /// <summary>The host name clients use.</summary>
    public string Address { get; } = address;

    /// <summary>The port clients use.</summary>
    public int Port { get; } = port;

    /// <summary>The port the process listens on, as text.</summary>
    public string? TargetPortExpression { get; } = targetPortExpression;

    /// <summary>The scheme of the URL.</summary>
    public string UriScheme => Endpoint.UriScheme;

    /// <summary>Host and port, <c>localhost:5000</c>.</summary>
    public string EndPointString => string.Create(CultureInfo.InvariantCulture, $"{Address}:{Port}");

    /// <summary>The URL, <c>http://localhost:5000</c>.</summary>
    public string UriString => $"{UriScheme}://{EndPointString}";

    /// <inheritdoc/>
    public override string ToString() => UriString;
}
