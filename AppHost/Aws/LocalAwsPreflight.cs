using System.Net;
using System.Net.Sockets;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>
/// Finds out before anything starts whether LocalAws can: its port is free and its folder takes files.
/// </summary>
internal static class LocalAwsPreflight
{
    /// <summary>
    /// What an AppHost killed a moment ago left running ends within 4 s, and its LocalAws frees the port.
    /// </summary>
    private static readonly TimeSpan PortPatience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan PortRetryInterval = TimeSpan.FromMilliseconds(200);

    /// <exception cref="DistributedApplicationException">The port is taken, or the folder is not writable.</exception>
    public static async Task CheckAsync(
        int port, string dataDirectory, TimeProvider clock, CancellationToken cancellationToken)
    {
        CheckDirectory(dataDirectory);
        if (port != 0)
        {
            await WaitForPortAsync(port, clock, cancellationToken);
        }
    }

    private static void CheckDirectory(string dataDirectory)
    {
        try
        {
            Directory.CreateDirectory(dataDirectory);
            var probe = Path.Combine(dataDirectory, $".writable-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException(
                $"the data directory '{dataDirectory}' is not writable: {refused.Message} " +
                "Make it writable, or choose another with --LocalAws:DataDirectory=<path>.",
                refused);
        }
    }

    private static async Task WaitForPortAsync(int port, TimeProvider clock, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var endpoint = new IPEndPoint(IPAddress.Loopback, port);
        while (!IsFree(endpoint))
        {
            if (clock.GetElapsedTime(begun) > PortPatience)
            {
                throw new DistributedApplicationException(
                    $"port {port} is in use by another process. " +
                    "Stop that process, or choose another port with --LocalAws:Port=<port>.");
            }

            await Task.Delay(PortRetryInterval, clock, cancellationToken);
        }
    }

    /// <exception cref="DistributedApplicationException">
    /// The port cannot be had for another reason than that somebody has it: waiting would not help.
    /// </exception>
    internal static bool IsFree(IPEndPoint endpoint)
    {
        try
        {
            using var listener = new TcpListener(endpoint);
            listener.Start();
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException refused)
        {
            throw new DistributedApplicationException(
                $"port {endpoint.Port} cannot be used: {refused.Message}. " +
                "Choose another with --LocalAws:Port=<port>.",
                refused);
        }
    }
}
