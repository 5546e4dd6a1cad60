using CsCheck;

namespace TelemetryAspire.DataLakeForwarder.Tests;

/// <summary>A batch is cut into calls that Firehose takes.</summary>
public sealed class ForwardPlanTests
{
    [Theory]
    [InlineData(500, 1)]
    [InlineData(501, 2)]
    [InlineData(1_001, 3)]
    public void A_call_has_up_to_500_records(int records, int calls)
    {
        var plan = ForwardPlan.For([.. Enumerable.Range(0, records).Select(i => Some.Record(i, [1]))]);

        Assert.Equal(calls, plan.Batches.Count);
        Assert.Equal(records, plan.Batches.Sum(batch => batch.Count));
    }

    [Fact]
    public void A_call_has_up_to_4_MiB_with_the_newlines()
    {
        // 8 lines of 512 KiB are 4 MiB to the byte.
        var fitting = Enumerable.Range(0, 8).Select(i => Some.Record(i, new byte[(512 * 1024) - 1]));

        Assert.Single(ForwardPlan.For([.. fitting]).Batches);
        Assert.Equal([8, 1], ForwardPlan.For([.. fitting, Some.Record(8, [])]).Batches.Select(batch => batch.Count));
    }

    [Theory]
    [InlineData(1_023_999, false)]
    [InlineData(1_024_000, true)]
    public void A_record_beyond_1_024_000_bytes_with_its_newline_is_oversize(int length, bool isOversize)
    {
        var plan = ForwardPlan.For([Some.Record(0, new byte[length])]);

        Assert.Equal(isOversize ? 1 : 0, plan.Oversize.Count);
        Assert.Equal(isOversize ? 0 : 1, plan.Batches.Count);
    }

    [Fact]
    public void Every_record_is_planned_once_in_order_and_within_all_limits()
    {
        Gen.OneOf(Gen.Int[0, 200], Gen.Int[0, 1_100_000]).Array[0, 60].Sample(lengths =>
        {
            var plan = ForwardPlan.For([.. lengths.Select((length, i) => Some.Record(i, new byte[length]))]);

            var inCalls = plan.Batches.SelectMany(batch => batch).Select(line => (int)line.Record.SequenceNumber.Value)
                .ToList();
            var oversize = plan.Oversize.Select(line => (int)line.Record.SequenceNumber.Value).ToList();
            Assert.Equal(inCalls.Order(), inCalls);
            Assert.Equal(Enumerable.Range(0, lengths.Length), inCalls.Concat(oversize).Order());
            Assert.All(plan.Batches, batch =>
            {
                Assert.InRange(batch.Count, 1, 500);
                Assert.InRange(batch.Sum(line => line.Length), 1, 4_194_304);
                Assert.All(batch, line => Assert.InRange(line.Length, 1, 1_024_000));
            });
        }, iter: 50);
    }
}
