using System.Net;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>LocalAws as a process: how it starts, and how it says why it cannot.</summary>
public sealed class StartupTests : IDisposable
{
    private readonly TemporaryDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Health_is_good_once_it_listens()
    {
        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName);
        using var client = new HttpClient { BaseAddress = localAws.Url };

        using var response = await client.GetAsync("/_localaws/health", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        await using var other = await LocalAwsProcess.StartAsync(_data.File("other"));
        var port = other.Url.Port;

        await AssertRefusesAsync(
            $"port {port} is in use by another process. Stop that process, or choose another port with "
            + "--LocalAws:Port=<port>.",
            $"--LocalAws:Port={port}",
            $"--LocalAws:DataDirectory={_data.File("mine")}");
    }

    [Fact]
    public async Task A_data_directory_in_use_is_named_and_free_again_after_kill_9()
    {
        await using (var other = await LocalAwsProcess.StartAsync(_data.FullName))
        {
            await AssertRefusesAsync(
                $"another process uses the data directory '{_data.FullName}'. Stop that process, or choose another "
                + "directory with --LocalAws:DataDirectory=<path>.",
                "--LocalAws:Port=0",
                $"--LocalAws:DataDirectory={_data.FullName}");
            await other.KillAsync();
        }

        await using var next = await LocalAwsProcess.StartAsync(_data.FullName);
        Assert.NotEqual(0, next.Url.Port);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_written_is_named()
    {
        var file = _data.File("file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var directory = Path.Combine(file, "data");

        var standardError = await RefuseAsync("--LocalAws:Port=0", $"--LocalAws:DataDirectory={directory}");

        Assert.StartsWith(
            $"LocalAws cannot start: the data directory '{directory}' cannot be written",
            standardError,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_stream_is_named()
    {
        var directory = Directory.CreateDirectory(_data.File(Path.Combine("kinesis", "readings@1"))).FullName;
        var file = Path.Combine(directory, "stream.json");
        await File.WriteAllTextAsync(file, "{", TestContext.Current.CancellationToken);

        var standardError = await RefuseAsync("--LocalAws:Port=0", $"--LocalAws:DataDirectory={_data.FullName}");

        Assert.StartsWith(
            $"LocalAws cannot start: the file '{file}' is damaged", standardError, StringComparison.Ordinal);
    }

    [Fact]
    public Task An_unknown_key_is_named() => AssertRefusesAsync(
        "Setting LocalAws:Prot is unknown; the keys of LocalAws are Port, DataDirectory, EnforceLimits, AllowedHosts.",
        "--LocalAws:Prot=1");

    [Fact]
    public Task A_value_of_the_wrong_type_is_named() => AssertRefusesAsync(
        "Failed to convert configuration value 'abc' at 'LocalAws:Port' to type 'System.Int32'. Correct the setting.",
        "--LocalAws:Port=abc");

    private static async Task AssertRefusesAsync(string message, params string[] settings) =>
        Assert.Equal($"LocalAws cannot start: {message}", (await RefuseAsync(settings)).TrimEnd());

    private static async Task<string> RefuseAsync(params string[] settings)
    {
        var (exitCode, standardError) = await LocalAwsProcess.RunToEndAsync(settings);
        Assert.Equal(1, exitCode);
        Assert.Single(standardError.TrimEnd().Split('\n'));
        return standardError;
    }
}
