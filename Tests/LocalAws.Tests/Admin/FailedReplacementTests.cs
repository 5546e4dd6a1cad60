using System.Net;
using Amazon.Kinesis.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TelemetryAspire.LocalAws.Tests.Admin;

/// <summary>A reset or a restore before which something could not be closed.</summary>
public sealed class FailedReplacementTests : AdminTest
{
    [Fact]
    public async Task Its_caller_and_every_later_one_are_told_and_nobody_waits()
    {
        FailNextClosing();

        var reset = await CallAsync("POST", "reset", "{}");
        var health = await CallAsync("GET", "health");

        Assert.Equal(HttpStatusCode.InternalServerError, reset.StatusCode);
        Assert.Contains("The disk is gone.", reset.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains("The disk is gone.", health.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_changes_nothing_and_another_one_may_succeed()
    {
        FailNextClosing();
        await CallAsync("POST", "reset", "{}");

        var snapshot = await CallAsync("PUT", "snapshots/after", "{}");

        Assert.Equal(HttpStatusCode.Created, snapshot.StatusCode);
        var streams = await Kinesis.ListStreamsAsync(new ListStreamsRequest(), Cancellation);
        Assert.Equal([Stream], streams.StreamNames);
    }

    [Fact]
    public async Task What_could_be_closed_is_closed()
    {
        var services = LocalAws.Services;
        FailNextClosing();

        await CallAsync("POST", "reset", "{}");

        Assert.Throws<ObjectDisposedException>(() => services.GetService<IHostApplicationLifetime>());
    }

    private void FailNextClosing() => LocalAws.Services.GetRequiredService<IHostApplicationLifetime>()
        .ApplicationStopping.Register(() => throw new IOException("The disk is gone."));
}
