using System.Globalization;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>Reads setting <c>LocalAws:Port</c>.</summary>
internal static class LocalAwsPort
{
    private const string Key = "LocalAws:Port";

    /// <summary>The port LocalStack has as well.</summary>
    private const int Default = 4566;

    /// <summary>The port LocalAws is to listen on; 0 takes a free one.</summary>
    /// <exception cref="DistributedApplicationException">It is not a port.</exception>
    public static int Read(IConfiguration configuration) => configuration[Key] switch
    {
        null => Default,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort => port,
        var text => throw new DistributedApplicationException(
            $"setting {Key} is '{text}'; it must be a whole number from 0 (any free port) to {IPEndPoint.MaxPort}."),
    };
}
