using System.Globalization;
using System.Numerics;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class SequenceNumberTests
{
    /// <summary>From AWS's own documentation of events that Lambda receives.</summary>
    private const string Sample = "49590338271490256608559692538361571095921575989136588898";

    [Fact]
    public void A_sequence_number_of_AWS_reads_as_its_parts()
    {
        Assert.True(SequenceNumber.TryParse(Sample, out var sequenceNumber));

        Assert.Equal(6u, sequenceNumber.ShardIndex);
        Assert.Equal(
            new DateTimeOffset(2018, 12, 17, 22, 10, 50, TimeSpan.Zero),
            DateTimeOffset.FromUnixTimeSeconds(sequenceNumber.ArrivalSeconds));
        Assert.Equal(Sample, sequenceNumber.ToString());
    }

    [Theory]
    [InlineData(0L, 0u, 0UL, 0L)]
    [InlineData(1_700_000_000L, 17u, ulong.MaxValue, 1_800_000_000L)]
    [InlineData(68_719_476_735L, uint.MaxValue, 1UL << 63, 68_719_476_735L)]
    public void Text_and_parts_are_the_same_number(long created, uint shard, ulong counter, long arrival)
    {
        var sequenceNumber = new SequenceNumber(created, shard, counter, arrival);

        var text = sequenceNumber.ToString();

        Assert.Equal(56, text.Length);
        Assert.True(SequenceNumber.TryParse(text, out var read));
        Assert.Equal(sequenceNumber, read);
        var number = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(counter, (ulong)(number >> 80 & ulong.MaxValue));
    }

    [Fact]
    public void The_text_is_the_number_that_the_layout_makes_of_the_parts()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            // Also small values: they leave zeros between.
            var created = random.NextInt64(1L << random.Next(37));
            var shard = (uint)random.NextInt64(1L << random.Next(33));
            var counter = (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            var arrival = random.NextInt64(1L << random.Next(37));
            var expected = ((BigInteger)2 << 184) | ((BigInteger)created << 148) | ((BigInteger)(shard & 0xF) << 144)
                | ((BigInteger)counter << 80) | ((BigInteger)arrival << 36) | ((BigInteger)shard << 4) | 2;

            Assert.Equal(
                expected.ToString(CultureInfo.InvariantCulture),
                new SequenceNumber(created, shard, counter, arrival).ToString());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("abc")]
    [InlineData("49590338271490256608559692538361571095921575989136588899")]
    [InlineData("99590338271490256608559692538361571095921575989136588898")]
    public void Text_in_another_layout_is_refused(string text)
    {
        Assert.False(SequenceNumber.TryParse(text, out _));
    }
}
