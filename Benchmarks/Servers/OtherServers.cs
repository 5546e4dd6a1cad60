using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TelemetryAspire.Benchmarks.Servers;

/// <summary>Starts the servers LocalAws is compared with, where they are installed.</summary>
internal static class OtherServers
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <summary>kinesis-local of npm (kinesis-mock), with no limit on shards; null when it is not installed.</summary>
    /// <param name="folder">Where <c>npm install kinesis-local</c> was run; empty for null.</param>
    public static async Task<ServerProcess?> TryStartKinesisLocalAsync(string folder)
    {
        var script = Path.GetFullPath(Path.Combine(folder, "node_modules", "kinesis-local", "main.js"));
        if (folder.Length == 0 || !File.Exists(script))
        {
            return null;
        }

        var port = FreePort();
        var start = new ProcessStartInfo("node", [script]) { WorkingDirectory = Path.GetDirectoryName(script) };
        start.Environment["KINESIS_MOCK_PLAIN_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["KINESIS_MOCK_TLS_PORT"] = FreePort().ToString(CultureInfo.InvariantCulture);
        start.Environment["LOG_LEVEL"] = "ERROR";
        return await StartAsync("kinesis-local", start, port);
    }

    /// <summary>moto's server; null when it is not installed.</summary>
    public static async Task<ServerProcess?> TryStartMotoAsync(string command)
    {
        if (command.Length == 0)
        {
            return null;
        }

        var port = FreePort();
        var start = new ProcessStartInfo(
            command, ["-H", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)]);
        try
        {
            return await StartAsync("moto_server", start, port);
        }
        catch (Win32Exception)
        {
            // There is no such command.
            return null;
        }
    }

    /// <summary>Neither says in its output when it is ready, so its port is asked.</summary>
    private static async Task<ServerProcess> StartAsync(string name, ProcessStartInfo start, int port)
    {
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var server = ServerProcess.Start(name, start, url);
        using var limit = new CancellationTokenSource(StartLimit);
        while (!await AcceptsAsync(port, limit.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }

        return server;
    }

    private static async Task<bool> AcceptsAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
