using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>A distributed application, ready to run.</summary>
/// <param name="host">The host that carries its services.</param>
public class DistributedApplication(IHost host) : IHost, IAsyncDisposable
{
    private bool _started;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => host.Services;

    /// <summary>Tells what happens to resources, and waits for it.</summary>
    public ResourceNotificationService ResourceNotifications =>
        Services.GetRequiredService<ResourceNotificationService>();

    /// <summary>Gives commands to resources.</summary>
    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    /// <summary>A builder without a command line.</summary>
    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    /// <summary>A builder for a command line.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new DistributedApplicationBuilder(new DistributedApplicationOptions { Args = args });
    }

    /// <summary>A builder with options.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) =>
        new DistributedApplicationBuilder(options);

    /// <summary>Runs until Ctrl+C or SIGTERM, then stops everything.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Runs until the token, Ctrl+C or SIGTERM, then stops everything.</summary>
    /// <exception cref="DistributedApplicationException">The model cannot be started.</exception>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await BeforeStartAsync(cancellationToken);
        await host.RunAsync(cancellationToken);
    }

    /// <summary>Starts the resources; each goes on starting in its own time.</summary>
    /// <exception cref="DistributedApplicationException">The model cannot be started.</exception>
    public virtual async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await BeforeStartAsync(cancellationToken);
        _started = true;
        await host.StartAsync(cancellationToken);
    }

    /// <summary>Stops everything that was started, in reverse order.</summary>
    public virtual Task StopAsync(CancellationToken cancellationToken = default)
    {
        _started = false;
        return host.StopAsync(cancellationToken);
    }

    /// <summary>Releases what the application holds; what still runs is stopped.</summary>
    public virtual void Dispose()
    {
        StopIfRunningAsync().GetAwaiter().GetResult();
        host.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the application holds; what still runs is stopped.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await StopIfRunningAsync();
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private async Task StopIfRunningAsync()
    {
        if (_started)
        {
            _started = false;
            await host.StopAsync(CancellationToken.None);
        }
    }

    private async Task BeforeStartAsync(CancellationToken cancellationToken)
    {
        var eventing = Services.GetRequiredService<IDistributedApplicationEventing>();
        var context = Services.GetRequiredService<DistributedApplicationExecutionContext>();
        foreach (var subscriber in Services.GetServices<IDistributedApplicationEventingSubscriber>())
        {
            await subscriber.SubscribeAsync(eventing, context, cancellationToken);
        }

        var model = Services.GetRequiredService<DistributedApplicationModel>();
        await eventing.PublishAsync(new BeforeStartEvent(Services, model), cancellationToken);
    }
}
