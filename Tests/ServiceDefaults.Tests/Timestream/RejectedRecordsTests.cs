using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

public sealed class RejectedRecordsTests
{
    private const string OutOfRange =
        "The record timestamp is outside the time range [2023-11-28T06:12:10.452Z, 2023-11-28T18:52:10.452Z) of the memory store.";

    private static readonly long RangeEnd =
        new DateTimeOffset(2023, 11, 28, 18, 52, 10, 452, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(RangeEnd - 900_000);

    [Fact]
    public void A_record_the_answer_does_not_name_is_written()
    {
        var outcomes = Resolve(SomeRecords.Distinct(3), new RejectedRecord { RecordIndex = 1, Reason = "Too long." });

        Assert.Equal(
            [WriteOutcome.Written.Instance, new WriteOutcome.Rejected("Too long."), WriteOutcome.Written.Instance],
            outcomes);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 6)]
    public void An_existing_version_at_or_above_ours_supersedes_it(long ours, long existing)
    {
        var outcomes = Resolve(
            [SomeRecords.Record(version: ours)],
            new RejectedRecord { RecordIndex = 0, Reason = "Version.", ExistingVersion = existing });

        Assert.Equal([WriteOutcome.Superseded.Instance], outcomes);
    }

    [Fact]
    public void A_record_without_a_version_counts_as_version_one()
    {
        var outcomes = Resolve(
            [SomeRecords.Record(version: null)],
            new RejectedRecord { RecordIndex = 0, Reason = "Version.", ExistingVersion = 1 });

        Assert.Equal([WriteOutcome.Superseded.Instance], outcomes);
    }

    [Fact]
    public void A_time_at_the_upper_end_of_the_range_is_not_yet_available()
    {
        var outcomes = Resolve(
            [SomeRecords.Record(time: RangeEnd)], new RejectedRecord { RecordIndex = 0, Reason = OutOfRange });

        var unavailable = Assert.IsType<WriteOutcome.Unavailable>(Assert.Single(outcomes));
        Assert.IsType<RecordAheadOfRangeException>(unavailable.Error);
        Assert.Equal(OutOfRange, unavailable.Error.Message);
    }

    [Fact]
    public void A_time_before_the_range_is_rejected_with_the_reason()
    {
        var outcomes = Resolve(
            [SomeRecords.Record(time: RangeEnd - 86_400_000)],
            new RejectedRecord { RecordIndex = 0, Reason = OutOfRange });

        Assert.Equal([new WriteOutcome.Rejected(OutOfRange)], outcomes);
    }

    [Theory]
    [InlineData(1, typeof(WriteOutcome.Unavailable))]
    [InlineData(-1, typeof(WriteOutcome.Rejected))]
    public void Without_the_range_in_the_reason_the_clock_decides(int millisecondsAhead, Type outcome)
    {
        var time = Now.ToUnixTimeMilliseconds() + millisecondsAhead;

        var outcomes = Resolve(
            [SomeRecords.Record(time: time)],
            new RejectedRecord { RecordIndex = 0, Reason = "The record is outside the time range of the memory store." });

        Assert.IsType(outcome, Assert.Single(outcomes));
    }

    [Fact]
    public void An_answer_that_names_no_record_leaves_all_of_them_open() =>
        Assert.All(Resolve(SomeRecords.Distinct(2)), outcome => Assert.IsType<WriteOutcome.Unavailable>(outcome));

    [Theory]
    [InlineData(null)]
    [InlineData(-1)]
    [InlineData(2)]
    public void An_answer_that_names_an_unknown_record_leaves_all_of_them_open(int? index)
    {
        var outcomes = Resolve(
            SomeRecords.Distinct(2), new RejectedRecord { RecordIndex = index, Reason = "Too long." });

        Assert.All(outcomes, outcome => Assert.IsType<WriteOutcome.Unavailable>(outcome));
    }

    private static WriteOutcome[] Resolve(IReadOnlyList<Record> sent, params List<RejectedRecord> rejected) =>
        RejectedRecords.Resolve(sent, new RejectedRecordsException("Rejected.") { RejectedRecords = rejected }, Now);
}
