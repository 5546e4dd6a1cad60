using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.Telemetry;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

/// <summary>The instruments belong to the process, so nothing else may write while these tests count.</summary>
[Collection(nameof(TimestreamInstrumentationTests))]
[CollectionDefinition(nameof(TimestreamInstrumentationTests), DisableParallelization = true)]
public sealed class TimestreamInstrumentationTests : IDisposable
{
    private readonly StubTimestream _timestream = new();

    public void Dispose() => _timestream.Dispose();

    [Fact]
    public async Task Calls_and_outcomes_are_counted()
    {
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter == TelemetryInstrumentation.Meter)
                {
                    meters.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument, value));
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Add(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => Add(instrument, 1));
        listener.Start();
        _timestream.Reject = record =>
            record.MeasureValue == "bad" ? new RejectedRecord { Reason = "Bad." } : null;

        await WriteAsync(
            SomeRecords.Record(version: 2),
            SomeRecords.Record(version: 1),
            SomeRecords.Record("sensor-2"),
            SomeRecords.Record("sensor-3", value: "bad"));

        Assert.Equal(2, measured[TelemetryInstrumentation.RecordsWritten.Name]);
        Assert.Equal(1, measured[TelemetryInstrumentation.RecordsSuperseded.Name]);
        Assert.Equal(1, measured["telemetry.records.rejected"]);
        Assert.Equal(3, measured[TelemetryInstrumentation.BatchSize.Name]);
        Assert.Equal(1, measured[TelemetryInstrumentation.WriteDuration.Name]);

        void Add(Instrument instrument, double value) =>
            measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
    }

    [Fact]
    public async Task A_batch_is_an_activity_of_its_own_linked_to_the_callers()
    {
        var batches = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source == TelemetryInstrumentation.ActivitySource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = batches.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var caller = new Activity("invocation").Start();

        await WriteAsync(SomeRecords.Record());

        var batch = Assert.Single(batches);
        Assert.Equal(caller.Context, Assert.Single(batch.Links).Context);
        Assert.NotEqual(caller.TraceId, batch.TraceId);
        Assert.Equal("table", batch.GetTagItem("db.collection.name"));
    }

    private async Task WriteAsync(params Record[] records)
    {
        await using var writer = new TimestreamBatchWriter(
            _timestream,
            new TimestreamTable("db", "table"),
            new TimestreamWriterOptions(),
            TimeProvider.System,
            NullLoggerFactory.Instance);

        // A stop sends what is there; only then is the activity of the batch over.
        var written = writer.WriteAsync(records, TestContext.Current.CancellationToken);
        await writer.DisposeAsync();
        await written;
    }
}
