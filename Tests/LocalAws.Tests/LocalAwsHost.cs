using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Hosting;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests;

/// <summary>
/// LocalAws in this process, on a real port and a data directory of its own, which survives a restart.
/// </summary>
internal sealed class LocalAwsHost : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly string[] _settings;
    private readonly TimeProvider _timeProvider;
    private readonly IDisk _disk;
    private WebApplication _application = null!;

    private LocalAwsHost(TimeProvider timeProvider, IDisk disk, string[] settings)
    {
        _timeProvider = timeProvider;
        _disk = disk;
        _settings = settings;
    }

    public Uri Url { get; private set; } = null!;

    public string DataDirectory => _data.FullName;

    /// <summary>The services that hold state, as they are until a reset or a restore.</summary>
    public IServiceProvider Services => _application.Services.GetRequiredService<GenerationHost>().Services;

    /// <summary>Starts on a free port.</summary>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <param name="settings">More settings, for example <c>--LocalAws:EnforceLimits=false</c>.</param>
    public static Task<LocalAwsHost> StartAsync(TimeProvider? timeProvider = null, params string[] settings) =>
        StartAsync(SystemDisk.Instance, timeProvider, settings);

    /// <summary>Starts on a free port, with a disk that may fail under the logs.</summary>
    public static async Task<LocalAwsHost> StartAsync(
        IDisk disk,
        TimeProvider? timeProvider = null,
        params string[] settings)
    {
        var host = new LocalAwsHost(timeProvider ?? TimeProvider.System, disk, settings);
        await host.StartApplicationAsync();
        return host;
    }

    /// <summary>Stops in order and starts again on the same data, on another port.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartApplicationAsync();
    }

    public HttpClient CreateClient() => new() { BaseAddress = Url };

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _data.Dispose();
    }

    private async Task StopAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }

    private async Task StartApplicationAsync()
    {
        _application = LocalAwsApplication.Build(
            ["--LocalAws:Port=0", $"--LocalAws:DataDirectory={_data.FullName}", .. _settings],
            builder => builder.Services.AddSingleton(_timeProvider).AddSingleton(_disk));
        await _application.StartAsync(TestContext.Current.CancellationToken);
        Url = new Uri(_application.Urls.Single());
    }
}
