using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.TimestreamWrite.Model;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

public sealed class TimestreamBatchWriterTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();
    private readonly StubTimestream _timestream = new();
    private readonly TimestreamWriterOptions _options = new() { FlushInterval = TimeSpan.FromMilliseconds(200) };
    private TimestreamBatchWriter? _writer;

    private TimestreamBatchWriter Writer => _writer ??= new TimestreamBatchWriter(
        _timestream, new TimestreamTable("db", "table"), _options, _clock, NullLoggerFactory.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_call_leaves_without_waiting()
    {
        var outcomes = await Writer.WriteAsync(SomeRecords.Distinct(100), Cancelled).WaitAsync(Patience, Cancelled);

        Assert.Equal(100, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.IsType<WriteOutcome.Written>(outcome));
        Assert.Single(_timestream.Requests);
    }

    [Fact]
    public async Task A_call_that_does_not_fill_up_leaves_when_its_time_has_come()
    {
        var written = Writer.WriteAsync(SomeRecords.Distinct(3), Cancelled);
        Assert.False(written.IsCompleted);

        await AdvanceUntil(written);

        Assert.Equal(3, _timestream.Rows.Count);
    }

    [Fact]
    public async Task Records_of_concurrent_callers_share_a_call()
    {
        var callers = Enumerable.Range(0, 50)
            .Select(i => Writer.WriteAsync(
                [SomeRecords.Record($"sensor-{i}"), SomeRecords.Record($"other-{i}")], Cancelled));

        await Task.WhenAll(callers).WaitAsync(Patience, Cancelled);

        Assert.Equal(100, Assert.Single(_timestream.Requests).Records.Count);
    }

    [Fact]
    public async Task The_request_names_the_table()
    {
        await AdvanceUntil(Writer.WriteAsync([SomeRecords.Record()], Cancelled));

        var request = Assert.Single(_timestream.Requests);
        Assert.Equal(("db", "table"), (request.DatabaseName, request.TableName));
    }

    [Fact]
    public async Task Nothing_to_write_is_written_at_once() => Assert.Empty(await Writer.WriteAsync([], Cancelled));

    [Fact]
    public async Task One_offending_record_does_not_take_the_others_of_its_call_down()
    {
        var records = SomeRecords.Distinct(100);
        records[37].MeasureValue = "NaN";
        _timestream.BreaksTheCall = record => record.MeasureValue == "NaN";

        var outcomes = await Writer.WriteAsync(records, Cancelled).WaitAsync(Patience, Cancelled);

        Assert.Equal(new WriteOutcome.Rejected("A record is not valid."), outcomes[37]);
        Assert.Equal(99, outcomes.Count(outcome => outcome is WriteOutcome.Written));
        Assert.Equal(99, _timestream.Rows.Count);
        Assert.InRange(_timestream.Requests.Count, 2, 15);
    }

    [Fact]
    public async Task Rejected_records_do_not_take_the_others_of_their_call_down()
    {
        var records = SomeRecords.Distinct(100);
        records[5].MeasureValue = "too long";
        _timestream.Reject = record =>
            record.MeasureValue == "too long" ? new RejectedRecord { Reason = "Too long." } : null;

        var outcomes = await Writer.WriteAsync(records, Cancelled).WaitAsync(Patience, Cancelled);

        Assert.Equal(new WriteOutcome.Rejected("Too long."), outcomes[5]);
        Assert.Equal(99, outcomes.Count(outcome => outcome is WriteOutcome.Written));
        Assert.Single(_timestream.Requests);
    }

    [Fact]
    public async Task A_record_the_table_has_in_a_newer_version_is_superseded()
    {
        await AdvanceUntil(Writer.WriteAsync([SomeRecords.Record(value: "2", version: 2)], Cancelled));

        var outcomes = await AdvanceUntil(Writer.WriteAsync([SomeRecords.Record(value: "1", version: 1)], Cancelled));

        Assert.Equal([WriteOutcome.Superseded.Instance], outcomes);
        Assert.Equal("2", Assert.Single(_timestream.Rows).MeasureValue);
    }

    [Fact]
    public async Task Of_two_records_of_one_identity_in_a_call_the_higher_version_is_written()
    {
        var outcomes = await AdvanceUntil(Writer.WriteAsync(
            [SomeRecords.Record(value: "new", version: 2), SomeRecords.Record(value: "old", version: 1)], Cancelled));

        Assert.Equal([WriteOutcome.Written.Instance, WriteOutcome.Superseded.Instance], outcomes);
        Assert.Equal("new", Assert.Single(_timestream.Rows).MeasureValue);
    }

    [Fact]
    public async Task When_the_preferred_record_is_rejected_the_other_of_its_identity_is_written()
    {
        _timestream.Reject = record =>
            record.MeasureValue == "bad" ? new RejectedRecord { Reason = "Bad." } : null;

        var outcomes = await AdvanceUntil(Writer.WriteAsync(
            [SomeRecords.Record(value: "good", version: 1), SomeRecords.Record(value: "bad", version: 2)], Cancelled));

        Assert.Equal([WriteOutcome.Written.Instance, new WriteOutcome.Rejected("Bad.")], outcomes);
        Assert.Equal("good", Assert.Single(_timestream.Rows).MeasureValue);
    }

    [Fact]
    public async Task A_record_held_back_for_one_that_could_not_be_written_is_unavailable_too()
    {
        _timestream.Before = (_, _) => throw new HttpRequestException("No route to host.");

        var outcomes = await AdvanceUntil(Writer.WriteAsync(
            [SomeRecords.Record(version: 1), SomeRecords.Record(version: 2)], Cancelled));

        Assert.All(outcomes, outcome => Assert.IsType<WriteOutcome.Unavailable>(outcome));
    }

    public static TheoryData<string, Exception> Outages => new()
    {
        { "throttling", new ThrottlingException("Slow down.") },
        { "server error", new InternalServerException("Sorry.") },
        { "no table yet", new ResourceNotFoundException("The table does not exist.") },
        { "no permission", new AccessDeniedException("Not allowed.") },
        { "network", new HttpRequestException("No route to host.") },
        { "client", new AmazonClientException("No credentials.") },
        { "timeout", new TaskCanceledException("Too late.") },
    };

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task An_outage_is_no_fault_of_the_records(string outage, Exception error)
    {
        _timestream.Before = (_, _) => throw error;

        var outcomes = await AdvanceUntil(Writer.WriteAsync(SomeRecords.Distinct(2), Cancelled));

        Assert.All(outcomes, outcome => Assert.Same(error, Assert.IsType<WriteOutcome.Unavailable>(outcome).Error));
        Assert.True(_timestream.Requests.Count == 1, $"{outage}: the writer must leave retrying to its caller.");
    }

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_records()
    {
        _timestream.Reject = record =>
            record.MeasureValue.StartsWith('x') ? new RejectedRecord { Reason = record.MeasureValue } : null;
        var records = SomeRecords.Distinct(250);
        for (var i = 0; i < records.Count; i += 7)
        {
            records[i].MeasureValue = $"x{i}";
        }

        var outcomes = await AdvanceUntil(Writer.WriteAsync(records, Cancelled));

        Assert.All(
            Enumerable.Range(0, records.Count),
            i => Assert.Equal(i % 7 == 0 ? $"x{i}" : null, (outcomes[i] as WriteOutcome.Rejected)?.Reason));
    }

    [Fact]
    public async Task No_more_calls_are_under_way_than_allowed()
    {
        _options.MaxConcurrentCalls = 2;
        var release = new TaskCompletionSource();
        var underWay = new ConcurrentBag<int>();
        var now = 0;
        _timestream.Before = async (_, _) =>
        {
            underWay.Add(Interlocked.Increment(ref now));
            await release.Task;
            Interlocked.Decrement(ref now);
        };

        var written = Writer.WriteAsync(SomeRecords.Distinct(500), Cancelled);
        await Eventually.UntilAsync(() => _timestream.Requests.Count == 2);
        release.SetResult();
        await AdvanceUntil(written);

        Assert.Equal(2, underWay.Max());
        Assert.Equal(500, _timestream.Rows.Count);
    }

    [Fact]
    public async Task A_full_queue_makes_callers_wait_and_a_caller_may_give_up()
    {
        _options.QueueCapacity = 10;
        _options.MaxConcurrentCalls = 1;
        var release = new TaskCompletionSource();
        _timestream.Before = (_, _) => release.Task;
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var written = Writer.WriteAsync(SomeRecords.Distinct(1000), caller.Token);
        await Eventually.UntilAsync(() => _timestream.Requests.Count == 1);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => written);
        release.SetResult();
        var later = await AdvanceUntil(Writer.WriteAsync([SomeRecords.Record("later")], Cancelled));
        Assert.Equal([WriteOutcome.Written.Instance], later);
        Assert.Equal(101, _timestream.Rows.Count);
    }

    [Fact]
    public async Task A_stop_writes_first_what_callers_wait_for()
    {
        var written = Writer.WriteAsync(SomeRecords.Distinct(150), Cancelled);

        await Writer.DisposeAsync().AsTask().WaitAsync(Patience, Cancelled);

        Assert.All(await written, outcome => Assert.IsType<WriteOutcome.Written>(outcome));
        Assert.Equal(150, _timestream.Rows.Count);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_ever_for_a_service_that_does_not_answer()
    {
        _timestream.Before = (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken);
        var written = Writer.WriteAsync(SomeRecords.Distinct(100), Cancelled);
        await Eventually.UntilAsync(() => _timestream.Requests.Count == 1);

        await AdvanceUntil(Writer.DisposeAsync().AsTask());

        Assert.All(await written, outcome => Assert.IsType<WriteOutcome.Unavailable>(outcome));
        // The stop ended the call: nobody knows whether Timestream would have answered.
        Assert.Null(Writer.Availability.Outage);
    }

    [Fact]
    public async Task A_stopped_writer_says_so()
    {
        await Writer.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Writer.WriteAsync(SomeRecords.Distinct(1), Cancelled));
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_an_error_of_its_caller_alone()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Writer.WriteAsync([SomeRecords.Record(), null!], Cancelled));

        Assert.Empty(_timestream.Requests);
    }

    [Fact]
    public async Task An_error_of_the_writer_itself_reaches_the_caller()
    {
        var broken = SomeRecords.Record();
        broken.Dimensions.Add(null!);

        await Assert.ThrowsAsync<NullReferenceException>(() => AdvanceUntil(Writer.WriteAsync([broken], Cancelled)));
    }

    [Fact]
    public void Whatever_is_written_the_table_ends_with_the_highest_version_of_each_identity() =>
        SomeRecords.Lists(300).Sample(
            records =>
            {
                records.ForEach(record => record.Version ??= 1);
                var timestream = new StubTimestream();
                var outcomes = WriteInParts(timestream, records).GetAwaiter().GetResult();

                Assert.DoesNotContain(
                    outcomes, outcome => outcome is WriteOutcome.Rejected or WriteOutcome.Unavailable);
                Assert.Equal(
                    records.GroupBy(record => record, RecordIdentity.Instance)
                        .Select(rivals => rivals.Max(record => record.Version)).Order(),
                    timestream.Rows.Select(row => row.Version).Order());
            },
            iter: 100);

    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }

        _timestream.Dispose();
    }

    private static async Task<IEnumerable<WriteOutcome>> WriteInParts(StubTimestream timestream, List<Record> records)
    {
        await using var writer = new TimestreamBatchWriter(
            timestream,
            new TimestreamTable("db", "table"),
            new TimestreamWriterOptions { FlushInterval = TimeSpan.Zero },
            TimeProvider.System,
            NullLoggerFactory.Instance);
        var parts = await Task.WhenAll(
            records.Chunk(17).Select(part => writer.WriteAsync(part, CancellationToken.None)));
        return parts.SelectMany(part => part);
    }

    private async Task<T> AdvanceUntil<T>(Task<T> task)
    {
        await AdvanceUntil((Task)task);
        return await task;
    }

    /// <summary>Lets virtual time pass until the task ends.</summary>
    private Task AdvanceUntil(Task task) => Eventually.UntilAsync(() =>
    {
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        return task.IsCompleted;
    });
}
