using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amazon.Runtime;
using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Telemetry;
using TelemetryAspire.TestKit;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.Processor.Tests;

/// <summary>What becomes of each record of a batch.</summary>
public sealed class ProcessTelemetryTests : IAsyncDisposable
{
    private const long ArrivalNanoseconds = Some.ArrivalMilliseconds * 1_000_000;

    private readonly StubTimestream _timestream = new();
    private readonly FakeTimeProvider _time = new(
        DateTimeOffset.FromUnixTimeMilliseconds(Some.ArrivalMilliseconds + 250));
    private readonly TelemetryOptions _options = new();
    private readonly TimestreamBatchWriter _writer;

    public ProcessTelemetryTests() => _writer = new TimestreamBatchWriter(
        _timestream,
        new TimestreamTable(_options.DatabaseName, _options.TableName),
        new TimestreamWriterOptions { FlushInterval = TimeSpan.Zero },
        _time,
        NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _timestream.Dispose();
    }

    [Fact]
    public async Task A_reading_becomes_one_row_for_each_measure()
    {
        var result = await ProcessAsync(Some.Reading("a"));

        Assert.Empty(result.BatchItemFailures);
        Assert.Equal(
            [("humidity_measure", "33.4"), ("temperature_measure", "11.2")],
            _timestream.Written.Select(row => (row.MeasureName, row.MeasureValue)).Order());
        Assert.All(_timestream.Written, row => Assert.Equal($"{ArrivalNanoseconds}", row.Time));
    }

    [Fact]
    public async Task A_replay_writes_the_same_rows_in_the_same_version()
    {
        await ProcessAsync(Some.Reading("a"), Some.Reading("b"));
        var first = _timestream.Written.Select(Describe).Order().ToList();
        _time.Advance(TimeSpan.FromHours(1));

        await ProcessAsync(Some.Reading("a"), Some.Reading("b"));

        Assert.Equal(first, _timestream.Written.Skip(first.Count).Select(Describe).Order());
        Assert.Equal(
            [ArrivalNanoseconds, ArrivalNanoseconds + 1],
            _timestream.Written.Select(row => row.Version!.Value).Distinct().Order());
    }

    [Fact]
    public async Task A_bad_record_is_poison_and_affects_no_other()
    {
        var result = await ProcessAsync(Some.Reading("a"), "{", Some.Reading("b"));

        var failure = Assert.Single(result.BatchItemFailures);
        Assert.Equal(
            (new SequenceNumber(1), FailureKind.Poison, "MalformedJson"),
            (failure.SequenceNumber, failure.Kind, failure.Reason));
        Assert.Contains("not JSON", failure.Error, StringComparison.Ordinal);
        Assert.Equal(4, _timestream.Written.Count);
    }

    [Fact]
    public async Task A_batch_of_bad_records_only_is_settled_without_a_call()
    {
        _timestream.Outage = new AmazonServiceException("Not to be called.");

        var result = await ProcessAsync("", "[]");

        Assert.Equal(["EmptyRecord", "NotAnObject"], result.BatchItemFailures.Select(failure => failure.Reason));
    }

    [Fact]
    public async Task A_superseded_row_is_handled()
    {
        _timestream.Reject =
            row => new RejectedRecord { Reason = "A record already exists.", ExistingVersion = row.Version + 1 };

        Assert.Empty((await ProcessAsync(Some.Reading("a"))).BatchItemFailures);
    }

    [Fact]
    public async Task A_row_that_Timestream_refuses_for_good_makes_its_record_poison_with_the_reason()
    {
        _timestream.Reject = row => row.MeasureName == "humidity_measure" && row.Dimensions[0].Value == "b"
            ? OutsideTheRange("[2021-01-04T11:00:00Z, 2021-01-04T12:00:00Z)")
            : null;

        var result = await ProcessAsync(Some.Reading("a"), Some.Reading("b"));

        var failure = Assert.Single(result.BatchItemFailures);
        Assert.Equal(
            (new SequenceNumber(1), FailureKind.Poison, "RejectedByTimestream"),
            (failure.SequenceNumber, failure.Kind, failure.Reason));
        Assert.Contains("outside the time range", failure.Error, StringComparison.Ordinal);
        Assert.Equal(3, _timestream.Written.Count);
    }

    [Fact]
    public async Task A_row_beyond_the_upper_end_of_the_range_is_held()
    {
        _timestream.Reject = _ => OutsideTheRange("[2021-01-04T09:00:00Z, 2021-01-04T10:00:00Z)");

        var failure = Assert.Single((await ProcessAsync(Some.Reading("a"))).BatchItemFailures);

        Assert.Equal((FailureKind.Transient, "TimestreamUnavailable"), (failure.Kind, failure.Reason));
    }

    [Fact]
    public async Task An_outage_holds_every_reading_but_no_bad_record()
    {
        _timestream.Outage = new ThrottlingException("Slow down.");

        var result = await ProcessAsync(Some.Reading("a"), "{", Some.Reading("b"));

        Assert.Equal(
            [(0, FailureKind.Transient), (1, FailureKind.Poison), (2, FailureKind.Transient)],
            result.BatchItemFailures.Select(failure => ((int)failure.SequenceNumber.Value, failure.Kind)).Order());
        Assert.Contains(
            "ThrottlingException: Slow down.", result.BatchItemFailures[^1].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_from_the_future_is_written_at_its_arrival_with_its_offset()
    {
        var future = Some.Reading("a").Replace(
            $"{Some.ArrivalMilliseconds}", $"{Some.ArrivalMilliseconds + 3_600_000}", StringComparison.Ordinal);

        Assert.Empty((await ProcessAsync(future)).BatchItemFailures);

        Assert.All(_timestream.Written, row => Assert.Equal($"{ArrivalNanoseconds}", row.Time));
        Assert.Equal("3600000", _timestream.Written.Single(row => row.MeasureName == "clock_offset_ms").MeasureValue);
    }

    [Fact]
    public async Task By_configuration_a_reading_from_the_future_is_a_dead_letter()
    {
        _options.Clock.Ahead = AheadPolicy.DeadLetter;
        var future = Some.Reading("a").Replace(
            $"{Some.ArrivalMilliseconds}", $"{Some.ArrivalMilliseconds + 3_600_000}", StringComparison.Ordinal);

        var failure = Assert.Single((await ProcessAsync(future)).BatchItemFailures);

        Assert.Equal((FailureKind.Poison, "ClockAhead"), (failure.Kind, failure.Reason));
    }

    [Fact]
    public async Task Freshness_is_measured_from_event_to_written_and_only_of_what_was_written()
    {
        List<double> measured = [];
        var isHere = new AsyncLocal<bool> { Value = true };
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
        {
            // Other tests run at the same time and are measured by the same instrument.
            if (isHere.Value)
            {
                measured.Add(value);
            }
        });
        listener.EnableMeasurementEvents(TelemetryInstrumentation.Freshness);

        await ProcessAsync(Some.Reading("a"), "{");

        Assert.Equal(0.25, Assert.Single(measured), 6);
    }

    [Fact]
    public async Task The_hosts_activity_is_linked_to_the_producers()
    {
        _options.Mapping.TraceParent = "trace";
        using var activity = new Activity("process").Start();
        activity.IsAllDataRequested = true;

        await ProcessAsync(
            Traced("a", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            Traced("b", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            Traced("c", "nonsense"));

        Assert.Equal("b7ad6b7169203331", Assert.Single(activity.Links).Context.SpanId.ToString());
        Assert.Equal(6, _timestream.Written.Count);
    }

    private static RejectedRecord OutsideTheRange(string range) =>
        new() { Reason = $"The record timestamp is outside the time range {range} of the memory store." };

    private Task<KinesisBatchResult> ProcessAsync(params string[] records)
    {
        var function = new ProcessTelemetry(
            new ReadingMapper(_options.Mapping),
            new ClockPolicy(_options.Clock),
            _writer,
            Options.Create(_options),
            _time);
        var context = new FunctionContext
        {
            FunctionName = "ProcessTelemetry",
            InvocationId = "1",
            InstanceServices = new ServiceCollection().BuildServiceProvider(),
            RetryContext = new RetryContext(0, 5),
        };
        return function.RunAsync(Some.Batch(records), context, TestContext.Current.CancellationToken);
    }

    private static string Traced(string device, string traceParent) =>
        Some.Reading(device).Replace("{", $$"""{"trace":"{{traceParent}}",""", StringComparison.Ordinal);

    private static string Describe(Record row) =>
        $"{row.Dimensions[0].Value} {row.MeasureName} {row.MeasureValue} {row.Time} {row.TimeUnit} {row.Version}";
}
