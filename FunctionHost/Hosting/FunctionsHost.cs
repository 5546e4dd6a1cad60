using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.FunctionHost;

/// <summary>A host that checks all settings before it starts anything.</summary>
/// <remarks>
/// The generic host logs a failed start with its stack trace. A person who mistyped a setting needs one sentence, so
/// the checks run before it: what they throw is a configuration error and nothing else.
/// </remarks>
internal sealed class FunctionsHost(IHost inner) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => inner.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        inner.Services.GetService<IStartupValidator>()?.Validate();
        foreach (var check in inner.Services.GetServices<IStartupCheck>())
        {
            check.Check();
        }

        await inner.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => inner.StopAsync(cancellationToken);

    public void Dispose() => inner.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            inner.Dispose();
        }
    }
}
