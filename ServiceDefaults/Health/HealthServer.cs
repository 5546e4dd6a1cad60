using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>The web server of a worker: nothing but its health endpoints.</summary>
/// <remarks>
/// Listens where <c>ASPNETCORE_URLS</c> says, which under the AppHost is a loopback port. It stops last of all hosted
/// services that were added after it, so a worker that drains still answers.
/// </remarks>
internal sealed partial class HealthServer(
    string urls,
    HealthCheckService checks,
    ILogger<HealthServer> logger) : IHostedService, IAsyncDisposable
{
    /// <summary>Setting with the addresses to listen on, separated by semicolons.</summary>
    internal const string UrlsSetting = "ASPNETCORE_URLS";

    private WebApplication? _server;

    /// <summary>
    /// The addresses listened on, with the port chosen where 0 was asked for; empty before the start.
    /// </summary>
    internal IReadOnlyCollection<string> Addresses => _server is null ? [] : [.. _server.Urls];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An address cannot be listened on; the message names it.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _server = Build();
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or FormatException or InvalidOperationException)
        {
            throw new InvalidOperationException(
                $"The health endpoints cannot listen on {UrlsSetting}={urls}: {exception.Message}", exception);
        }

        LogListening(logger, string.Join(", ", Addresses));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private WebApplication Build()
    {
        // Empty: the worker's own arguments and settings are for the worker, not for this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(urls);
        builder.Services.AddRoutingCore();

        // Silent: whether the start fails is told by its exception, and the lines of a second host would confuse.
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(NullLoggerFactory.Instance));
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, SilentLifetime>());

        var server = builder.Build();
        server.UseRouting();
        HealthEndpoints.Map(server, checks);
        return server;
    }

    [LoggerMessage(LogLevel.Information, "Health endpoints /health and /alive listen on {Addresses}.")]
    private static partial void LogListening(ILogger logger, string addresses);

    /// <summary>Leaves Ctrl+C to the worker around this server.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
