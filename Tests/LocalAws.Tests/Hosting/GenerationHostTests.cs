using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelemetryAspire.LocalAws.Hosting;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Hosting;

public sealed class GenerationHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disposal_waits_for_a_replacement_and_closes_what_that_opened()
    {
        using var data = new TemporaryDirectory();
        await using var application = LocalAwsApplication.Build(
            ["--LocalAws:Port=0", $"--LocalAws:DataDirectory={data.FullName}"]);
        await application.StartAsync(Cancellation);
        var generations = application.Services.GetRequiredService<GenerationHost>();
        using var change = new PausedChange();
        var replacement = Task.Run(() => generations.ReplaceAsync(change.Run, Cancellation), Cancellation);
        await change.Begun;
        var opened = generations.WaitAsync(Cancellation);

        var disposal = generations.DisposeAsync().AsTask();
        Assert.False(disposal.IsCompleted);
        change.GoOn();
        await replacement;
        await disposal;

        Assert.Throws<ObjectDisposedException>(() => opened.Result.Services.GetService<IHostApplicationLifetime>());
        await Assert.ThrowsAsync<AwsException>(() => generations.WaitAsync(Cancellation));
    }

    [Fact]
    public async Task After_disposal_nothing_is_opened_any_more()
    {
        using var data = new TemporaryDirectory();
        await using var application = LocalAwsApplication.Build(
            ["--LocalAws:Port=0", $"--LocalAws:DataDirectory={data.FullName}"]);
        await application.StartAsync(Cancellation);
        var generations = application.Services.GetRequiredService<GenerationHost>();

        await generations.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => generations.ReplaceAsync(
            () => Assert.Fail("The data was changed."), Cancellation));
    }

    /// <summary>Stands still between the end of one generation and the start of the next.</summary>
    private sealed class PausedChange : IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _mayGoOn = new();

        public Task Begun => _begun.Task;

        public void Run()
        {
            _begun.SetResult();
            _mayGoOn.Wait(Cancellation);
        }

        public void GoOn() => _mayGoOn.Set();

        public void Dispose() => _mayGoOn.Dispose();
    }
}
