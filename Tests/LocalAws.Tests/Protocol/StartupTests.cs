using System.Net;
using TelemetryAspire.LocalAws.Tests.Kinesis;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>LocalAws as a process: how it starts, and how it says why it cannot.</summary>
public sealed class StartupTests : IDisposable
{
    /// <summary>The exit code when another start may succeed.</summary>
    private const int ForNow = 1;

    /// <summary>The exit code when every start would fail alike.</summary>
    private const int ForGood = 78;

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
            ForNow,
            $"port {port} is in use by another process. Stop that process, or choose another port with "
            + "--LocalAws:Port=<port>.",
            $"--LocalAws:Port={port}",
            $"--LocalAws:DataDirectory={_data.File("mine")}");
    }

    [Theory]
    [InlineData("Sometimes")]
    [InlineData("1")]
    public async Task An_unknown_fsync_policy_is_refused_with_those_there_are(string policy) => await AssertRefusesAsync(
        ForGood,
        $"Setting LocalAws:Fsync is '{policy}'; it must be one of GroupCommit, EveryWrite, Never.",
        $"--LocalAws:Fsync={policy}",
        $"--LocalAws:DataDirectory={_data.FullName}");

    [Fact]
    public async Task A_data_directory_in_use_is_named_and_free_again_after_kill_9()
    {
        await using (var other = await LocalAwsProcess.StartAsync(_data.FullName))
        {
            await AssertRefusesAsync(
                ForNow,
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

        var standardError = await RefuseAsync(ForGood, "--LocalAws:Port=0", $"--LocalAws:DataDirectory={directory}");

        Assert.StartsWith(
            $"LocalAws cannot start: the data directory '{directory}' cannot be written",
            standardError,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_file_that_cannot_be_made_is_no_other_process()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a symbolic link needs a privilege on Windows.");
        File.CreateSymbolicLink(_data.File("localaws.lock"), _data.File(Path.Combine("absent", "target")));

        var standardError = await RefuseAsync(
            ForGood, "--LocalAws:Port=0", $"--LocalAws:DataDirectory={_data.FullName}");

        Assert.StartsWith(
            $"LocalAws cannot start: the data directory '{_data.FullName}' cannot be written",
            standardError,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_place_of_a_services_directory_is_named()
    {
        await File.WriteAllTextAsync(_data.File("kinesis"), "", TestContext.Current.CancellationToken);

        var standardError = await RefuseAsync(
            ForGood, "--LocalAws:Port=0", $"--LocalAws:DataDirectory={_data.FullName}");

        Assert.Contains(_data.File("kinesis"), standardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kinesis/readings@1/stream.json", "{")]
    [InlineData("firehose/00000000000000000000000000000001/stream.json", "null")]
    public async Task A_damaged_stream_is_named(string file, string content)
    {
        var path = await WriteAsync(file, content);

        var standardError = await RefuseAsync(
            ForGood, "--LocalAws:Port=0", $"--LocalAws:DataDirectory={_data.FullName}");

        Assert.StartsWith(
            $"LocalAws cannot start: the file '{path}' is damaged", standardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_streams_of_one_name_are_named()
    {
        await using (var localAws = await LocalAwsProcess.StartAsync(_data.FullName))
        {
            using var kinesis = KinesisTest.CreateClient(localAws.Url);
            await kinesis.CreateStreamAsync(
                new() { StreamName = "readings", ShardCount = 1 }, TestContext.Current.CancellationToken);
        }

        var stream = Assert.Single(Directory.GetDirectories(_data.File("kinesis"), "readings@*"));
        var copy = Path.Combine(_data.File("kinesis"), "readings@1");
        Directory.CreateDirectory(copy);
        File.Copy(Path.Combine(stream, "stream.json"), Path.Combine(copy, "stream.json"));

        var standardError = await RefuseAsync(
            ForGood, "--LocalAws:Port=0", $"--LocalAws:DataDirectory={_data.FullName}");

        Assert.Contains("both hold a stream readings.", standardError, StringComparison.Ordinal);
        Assert.Contains($"'{stream}'", standardError, StringComparison.Ordinal);
        Assert.Contains($"'{copy}'", standardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timestream/timestream.duckdb")]
    [InlineData("s3/metadata.db")]
    public async Task A_damaged_database_is_named_with_what_to_do(string file)
    {
        var path = await WriteAsync(file, new string('x', 100_000));

        var standardError = await RefuseAsync(
            ForGood, "--LocalAws:Port=0", $"--LocalAws:DataDirectory={_data.FullName}");

        Assert.Contains(Path.GetDirectoryName(path)!, standardError, StringComparison.Ordinal);
        Assert.EndsWith(
            "Restore it from a copy, or delete that directory to start without it.",
            standardError.TrimEnd(),
            StringComparison.Ordinal);
    }

    [Fact]
    public Task An_unknown_key_is_named() => AssertRefusesAsync(
        ForGood,
        "Setting LocalAws:Prot is unknown; the keys of LocalAws are Port, ListenAddress, DataDirectory, "
        + "EnforceLimits, Fsync, ShardLimit, AllowedHosts, EnableAdminApi.",
        "--LocalAws:Prot=1");

    [Fact]
    public Task A_value_of_the_wrong_type_is_named() => AssertRefusesAsync(
        ForGood,
        "Failed to convert configuration value 'abc' at 'LocalAws:Port' to type 'System.Int32'. Correct the setting.",
        "--LocalAws:Port=abc");

    [Fact]
    public Task A_listen_address_that_is_none_is_named() => AssertRefusesAsync(
        ForGood,
        "Setting LocalAws:ListenAddress is 'example.test'; it must be localhost, an IP address of this machine, or * for "
        + "all of them.",
        "--LocalAws:ListenAddress=example.test");

    [Fact]
    public Task A_listen_address_of_another_machine_is_named() => AssertRefusesAsync(
        ForGood,
        "Setting LocalAws:ListenAddress is '192.0.2.1', which is no address of this machine. Give one of its addresses, "
        + "localhost, or * for all of them.",
        "--LocalAws:ListenAddress=192.0.2.1",
        "--LocalAws:Port=0",
        $"--LocalAws:DataDirectory={_data.FullName}");

    [Fact]
    public Task An_allowed_host_that_is_no_name_is_named() => AssertRefusesAsync(
        ForGood,
        "Setting LocalAws:AllowedHosts has '*', which is no host name; give names or addresses without a port, "
        + "separated by semicolons: app.test;*.example.test.",
        "--LocalAws:AllowedHosts=app.test;*");

    private async Task<string> WriteAsync(string file, string content)
    {
        var path = _data.File(file.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }

    private static async Task AssertRefusesAsync(int exitCode, string message, params string[] settings) =>
        Assert.Equal($"LocalAws cannot start: {message}", (await RefuseAsync(exitCode, settings)).TrimEnd());

    private static async Task<string> RefuseAsync(int expectedExitCode, params string[] settings)
    {
        var (exitCode, standardError) = await LocalAwsProcess.RunToEndAsync(settings);
        Assert.Equal(expectedExitCode, exitCode);
        Assert.Single(standardError.TrimEnd().Split('\n'));
        return standardError;
    }
}
