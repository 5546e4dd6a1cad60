using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.FunctionHost.Tests;

/// <summary>A stream, a sink and a clock; the test starts the host when the scene is set.</summary>
public abstract class SinkTestBase : IAsyncLifetime
{
    private readonly List<FunctionTestHost> _hosts = [];

    protected SinkTestBase() => Stream = new FakeKinesis(Clock);

    protected FakeTimeProvider Clock { get; } = new();

    protected FakeKinesis Stream { get; set; }

    protected InMemoryCheckpointStore Checkpoints { get; } = new();

    protected InMemoryDeadLetterStore DeadLetters { get; } = new();

    internal Sink Sink { get; } = new();

    protected async Task<FunctionTestHost> StartAsync(Action<FunctionsApplicationBuilder>? configure = null)
    {
        var host = await FunctionTestHost.StartAsync<SinkFunction>(
            Clock,
            Stream,
            builder =>
            {
                builder.Services.AddSingleton(Sink);
                configure?.Invoke(builder);
            },
            Checkpoints,
            DeadLetters);
        _hosts.Add(host);
        return host;
    }

    /// <summary>Puts records that hold the numbers from <paramref name="first"/> on.</summary>
    protected IReadOnlyList<SequenceNumber> Put(int count, int first = 1, int shard = 0) => Enumerable
        .Range(first, count)
        .Select(n => Stream.Put(n.ToString(CultureInfo.InvariantCulture), shard))
        .ToList();

    protected static IEnumerable<string> Numbers(int count, int first = 1) =>
        Enumerable.Range(first, count).Select(n => n.ToString(CultureInfo.InvariantCulture));

    protected Task UntilAsync(Func<bool> condition) => Eventually.UntilAsync(Clock, condition);

    protected Task UntilCheckpointedAsync(SequenceNumber sequenceNumber, int shard = 0) => Eventually.UntilAsync(
        Clock, () => Checkpoints.Of(FakeKinesis.Shard(shard))?.LastHandled == sequenceNumber);

    protected static async Task<HealthReportEntry> HealthOfAsync(FunctionTestHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries["function-host"];
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        Stream.Dispose();
        GC.SuppressFinalize(this);
    }
}
