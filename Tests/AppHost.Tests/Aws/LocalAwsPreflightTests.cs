using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.AppHost.Aws;

namespace TelemetryAspire.AppHost.Tests.Aws;

public sealed class LocalAwsPreflightTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task A_busy_port_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var check = LocalAwsPreflight.CheckAsync(port, _data.Path, _clock, Sample.Cancellation);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => _clock.AdvanceUntilAsync(check));
        Assert.Contains($"port {port} is in use", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--LocalAws:Port", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_becomes_free_soon_is_waited_for()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var check = LocalAwsPreflight.CheckAsync(
            ((IPEndPoint)other.LocalEndpoint).Port, _data.Path, _clock, Sample.Cancellation);
        Assert.False(check.IsCompleted);

        other.Stop();

        await _clock.AdvanceUntilAsync(check);
    }

    [Fact]
    public void A_port_that_is_refused_for_another_reason_is_not_called_busy()
    {
        // 192.0.2.0/24 is for documentation: no machine has such an address, so the system refuses it.
        var nobodys = new IPEndPoint(IPAddress.Parse("192.0.2.1"), 4567);

        var refused = Assert.Throws<DistributedApplicationException>(() => LocalAwsPreflight.IsFree(nobodys));

        Assert.StartsWith("port 4567 cannot be used: ", refused.Message, StringComparison.Ordinal);
        Assert.IsType<SocketException>(refused.InnerException);
    }

    [Fact]
    public async Task An_unusable_data_directory_is_named_with_the_way_out()
    {
        var file = Path.Combine(_data.Path, "a-file");
        await File.WriteAllTextAsync(file, "", Sample.Cancellation);
        var folder = Path.Combine(file, "data");

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(
            () => LocalAwsPreflight.CheckAsync(0, folder, _clock, Sample.Cancellation));

        Assert.Contains($"'{folder}' is not writable", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--LocalAws:DataDirectory", refused.Message, StringComparison.Ordinal);
    }
}
