using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using Amazon.Kinesis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.TestKit;

/// <summary>Runs functions as the real host does, on a fake stream, stores in memory and a virtual clock.</summary>
/// <example>
/// <code>
/// var clock = new FakeTimeProvider();
/// using var stream = new FakeKinesis(clock);
/// stream.Put("""{"DeviceID":"a"}""");
/// await using var host = await FunctionTestHost.StartAsync&lt;MyFunction&gt;(clock, stream);
/// await Eventually.UntilAsync(clock, () => host.Checkpoints.Of(FakeKinesis.Shard(0)) is not null);
/// </code>
/// </example>
public sealed class FunctionTestHost : IAsyncDisposable
{
    private readonly IHost _host;

    private FunctionTestHost(IHost host, InMemoryCheckpointStore checkpoints, InMemoryDeadLetterStore deadLetters)
    {
        _host = host;
        Checkpoints = checkpoints;
        DeadLetters = deadLetters;
    }

    /// <summary>The host's checkpoints; give them to another host to play a restart.</summary>
    public InMemoryCheckpointStore Checkpoints { get; }

    /// <summary>The host's dead letters.</summary>
    public InMemoryDeadLetterStore DeadLetters { get; }

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Starts a host with the functions of <typeparamref name="TFunction"/>.</summary>
    /// <param name="clock">The clock of everything in the host.</param>
    /// <param name="stream">The stream; null when no function listens to one.</param>
    /// <param name="configure">Adds the function's services, settings and middleware.</param>
    /// <param name="checkpoints">The checkpoints to go on from; none by default.</param>
    /// <param name="deadLetters">The dead letters to add to; none by default.</param>
    /// <param name="inputs">The serializer context of trigger inputs, as for <c>AddFunction</c>.</param>
    public static async Task<FunctionTestHost> StartAsync<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicMethods
            | DynamicallyAccessedMemberTypes.PublicConstructors)] TFunction>(
        FakeTimeProvider clock,
        IAmazonKinesis? stream = null,
        Action<FunctionsApplicationBuilder>? configure = null,
        InMemoryCheckpointStore? checkpoints = null,
        InMemoryDeadLetterStore? deadLetters = null,
        IJsonTypeInfoResolver? inputs = null)
        where TFunction : class
    {
        checkpoints ??= new InMemoryCheckpointStore();
        deadLetters ??= new InMemoryDeadLetterStore();

        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ICheckpointStore>(checkpoints);
        builder.Services.AddSingleton<IDeadLetterStore>(deadLetters);
        if (stream is not null)
        {
            builder.Services.AddSingleton(stream);
        }

        configure?.Invoke(builder);
        builder.AddFunction<TFunction>(inputs);

        var host = builder.Build();
        await host.StartAsync();
        return new FunctionTestHost(host, checkpoints, deadLetters);
    }

    /// <summary>Stops in two stages; the second one begins when <paramref name="giveUp"/> fires.</summary>
    public Task StopAsync(CancellationToken giveUp = default) => _host.StopAsync(giveUp);

    /// <summary>Walks away from the host as a kill of its process does: nothing is waited for.</summary>
    public void Kill() => _ = _host.StopAsync(new CancellationToken(canceled: true));

    /// <summary>Stops what still runs at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(new CancellationToken(canceled: true));
        _host.Dispose();
    }
}
