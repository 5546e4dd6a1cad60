using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Another emulator of AWS, in a process of its own on a free port.</summary>
internal sealed class Emulator : IAsyncDisposable
{
    private const string MotoServer = "moto_server";

    /// <summary>What kinesis-local takes half a second for, unless told.</summary>
    private static readonly string[] SlowChanges =
    [
        "CREATE_STREAM", "DELETE_STREAM", "REGISTER_STREAM_CONSUMER", "DEREGISTER_STREAM_CONSUMER", "SPLIT_SHARD",
        "START_STREAM_ENCRYPTION", "STOP_STREAM_ENCRYPTION", "MERGE_SHARDS", "UPDATE_SHARD_COUNT", "UPDATE_STREAM_MODE",
    ];

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Emulator(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public static bool IsMotoInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, MotoServer)));

    public Uri Url { get; }

    /// <summary>Starts kinesis-local, which <c>npm ci</c> installs, and waits until it listens.</summary>
    public static Task<Emulator> StartKinesisLocalAsync()
    {
        var folder = Path.Combine(ForeignClient.Folder, "JavaScript", "node_modules", "kinesis-local");
        if (!Directory.Exists(folder))
        {
            Assert.Skip($"There is no {folder}; run 'npm ci' in the folder JavaScript of the tests.");
        }

        // It reads its certificate from the current directory.
        var start = new ProcessStartInfo("node", "main.js") { WorkingDirectory = folder };
        var port = FreePort();
        start.Environment["KINESIS_MOCK_PLAIN_PORT"] = $"{port}";
        start.Environment["KINESIS_MOCK_TLS_PORT"] = $"{FreePort()}";
        foreach (var change in SlowChanges)
        {
            start.Environment[change + "_DURATION"] = "50ms";
        }

        start.Environment["AWS_ACCOUNT_ID"] = "000000000000";
        start.Environment["AWS_REGION"] = "us-east-1";
        return StartAsync(start, port);
    }

    /// <summary>Starts moto's server and waits until it listens.</summary>
    public static Task<Emulator> StartMotoAsync()
    {
        var port = FreePort();
        var start = new ProcessStartInfo(MotoServer, ["-p", $"{port}"]);
        start.Environment["MOTO_ACCOUNT_ID"] = "000000000000";
        return StartAsync(start, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static async Task<Emulator> StartAsync(ProcessStartInfo start, int port)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var emulator = new Emulator(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        emulator._process.BeginErrorReadLine();
        emulator._process.BeginOutputReadLine();
        try
        {
            await Eventually.UntilAsync(() => ListensAsync(port), StartTimeout);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
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
