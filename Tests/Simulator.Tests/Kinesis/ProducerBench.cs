using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Simulator.Kinesis;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.Simulator.Tests.Kinesis;

/// <summary>A producer in front of a scripted stream, on a clock that stands still unless it is moved.</summary>
internal sealed class ProducerBench : IAsyncDisposable
{
    public ProducerBench(Action<ProducerOptions>? configure = null)
    {
        var options = new SimulatorOptions();
        configure?.Invoke(options.Producer);
        Producer = new StreamProducer(Stream, new OutageClassifier(), Options.Create(options), Time, Log);
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ScriptedStream Stream { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public LogLines<StreamProducer> Log { get; } = new();

    public StreamProducer Producer { get; }

    public ProducerTally Tally { get; } = new("test");

    public ValueTask ProduceAsync(string text) =>
        Producer.ProduceAsync(new ProducedRecord("s", "device", Encoding.UTF8.GetBytes(text), Tally), Cancellation);

    public async Task ProduceAllAsync(params IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            await ProduceAsync(text);
        }
    }

    /// <summary>Waits until everything has been handled; waits of the producer pass at once.</summary>
    public async Task DrainAsync()
    {
        var drained = Producer.DrainAsync(Cancellation);
        await Eventually.UntilAsync(
            () =>
            {
                Time.Advance(TimeSpan.FromSeconds(10));
                return drained.IsCompleted;
            });
        await drained;
    }

    public async ValueTask DisposeAsync()
    {
        Stream.Gate?.TrySetResult();
        await Producer.StopAsync(CancellationToken.None);
        Producer.Dispose();
        Stream.Dispose();
    }
}
