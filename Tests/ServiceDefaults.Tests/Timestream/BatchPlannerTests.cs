using CsCheck;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

public sealed class BatchPlannerTests
{
    [Fact]
    public void Every_record_is_named_exactly_once() =>
        Gen.Select(SomeRecords.Lists(400), Gen.Int[1, 100]).Sample((records, maxRecords) =>
        {
            var calls = BatchPlanner.Plan(records, maxRecords);

            var named = calls.SelectMany(call => call.Sent.Concat(call.HeldBack.Select(held => held.Index)));
            Assert.Equal(Enumerable.Range(0, records.Count), named.Order());
        });

    [Fact]
    public void No_call_has_more_records_than_it_may() =>
        Gen.Select(SomeRecords.Lists(400), Gen.Int[1, 100]).Sample((records, maxRecords) =>
            Assert.All(BatchPlanner.Plan(records, maxRecords), call => Assert.InRange(call.Sent.Count, 1, maxRecords)));

    [Fact]
    public void Records_are_sent_in_the_order_given() =>
        SomeRecords.Lists(400).Sample(records =>
        {
            var sent = BatchPlanner.Plan(records).SelectMany(call => call.Sent).ToList();

            Assert.Equal(sent.Order(), sent);
        });

    [Fact]
    public void Of_one_identity_only_the_first_of_the_highest_version_is_sent() =>
        SomeRecords.Lists(200).Sample(records =>
        {
            var sent = BatchPlanner.Plan(records).SelectMany(call => call.Sent);

            var expected = Enumerable.Range(0, records.Count)
                .GroupBy(index => records[index], RecordIdentity.Instance)
                .Select(rivals => rivals.MaxBy(index => records[index].Version ?? 1));
            Assert.Equal(expected.Order(), sent.Order());
        });

    [Fact]
    public void A_record_is_held_back_for_one_of_its_own_identity() =>
        SomeRecords.Lists(200).Sample(records => Assert.All(
            BatchPlanner.Plan(records),
            call => Assert.All(call.HeldBack, held => Assert.Equal(
                records[held.Index], records[call.Sent[held.Position]], RecordIdentity.Instance))));

    [Fact]
    public void A_call_that_would_grow_too_large_is_divided()
    {
        var records = SomeRecords.Distinct(10);
        records.ForEach(record => record.MeasureValue = new string('x', 300 * 1024));

        var calls = BatchPlanner.Plan(records);

        Assert.Equal([3, 3, 3, 1], calls.Select(call => call.Sent.Count));
    }

    [Fact]
    public void A_record_that_is_too_large_by_itself_goes_alone()
    {
        var records = SomeRecords.Distinct(3);
        records[1].MeasureValue = new string('x', 2 * BatchPlanner.MaxSizeBytes);

        var calls = BatchPlanner.Plan(records);

        Assert.Equal([[0], [1], [2]], calls.Select(call => call.Sent));
    }

    [Fact]
    public void More_records_per_call_than_timestream_takes_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchPlanner.Plan(SomeRecords.Distinct(1), 101));
}
