using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class GetRecordsTests : KinesisTest
{
    [Fact]
    public async Task The_next_iterator_continues_after_the_last_record()
    {
        await CreateStreamAsync();
        await PutAsync(Enumerable.Range(0, 5).Select(number => Entry($"{number}")));

        var first = await ReadAsync(await IteratorAsync("TRIM_HORIZON"), limit: 2);
        var second = await ReadAsync(first.NextShardIterator, limit: 2);
        var third = await ReadAsync(second.NextShardIterator, limit: 2);

        Assert.Equal(["0", "1"], Texts(first));
        Assert.Equal(["2", "3"], Texts(second));
        Assert.Equal(["4"], Texts(third));
    }

    [Fact]
    public async Task An_iterator_at_the_tip_finds_what_comes_later()
    {
        await CreateStreamAsync();
        var empty = await ReadAsync(await IteratorAsync("TRIM_HORIZON"));
        await PutAsync("late");

        var response = await ReadAsync(empty.NextShardIterator);

        Assert.Empty(Texts(empty));
        Assert.Equal(["late"], Texts(response));
    }

    [Fact]
    public async Task Millis_behind_latest_is_the_age_of_the_last_record_until_the_tip_is_reached()
    {
        await CreateStreamAsync();
        await PutAsync("one");
        Clock.Advance(TimeSpan.FromSeconds(10));
        await PutAsync("two");
        Clock.Advance(TimeSpan.FromSeconds(5));

        var first = await ReadAsync(await IteratorAsync("TRIM_HORIZON"), limit: 1);
        var second = await ReadAsync(first.NextShardIterator, limit: 1);

        Assert.Equal(15_000, first.MillisBehindLatest);
        Assert.Equal(0, second.MillisBehindLatest);
    }

    [Fact]
    public async Task An_iterator_is_valid_for_five_minutes()
    {
        await CreateStreamAsync();
        var iterator = await IteratorAsync("TRIM_HORIZON");

        Clock.Advance(TimeSpan.FromMinutes(5));
        await ReadAsync(iterator);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var exception = await Assert.ThrowsAsync<ExpiredIteratorException>(() => ReadAsync(iterator));

        Assert.Equal(
            "Iterator expired. The iterator was created at time Sun Mar 01 12:00:00 UTC 2026 while right now it is "
            + "Sun Mar 01 12:05:00 UTC 2026 which is further in the future than the tolerated delay of "
            + "300000 milliseconds.",
            exception.Message);
    }

    [Fact]
    public async Task An_iterator_survives_a_restart()
    {
        await CreateStreamAsync();
        await PutAsync("one");
        var iterator = await IteratorAsync("TRIM_HORIZON");

        await RestartAsync();

        Assert.Equal(["one"], Texts(await ReadAsync(iterator)));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAE=")]
    public async Task What_was_not_issued_as_an_iterator_is_refused(string iterator)
    {
        await CreateStreamAsync();

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(() => ReadAsync(iterator));

        Assert.Equal("Invalid ShardIterator.", exception.Message);
    }

    [Fact]
    public async Task An_iterator_with_one_bit_changed_is_refused()
    {
        await CreateStreamAsync();
        var bytes = Convert.FromBase64String(await IteratorAsync("TRIM_HORIZON"));
        bytes[^1] ^= 1;

        await Assert.ThrowsAsync<InvalidArgumentException>(() => ReadAsync(Convert.ToBase64String(bytes)));
    }

    [Fact]
    public async Task A_response_holds_at_most_10_MiB()
    {
        await CreateStreamAsync();
        await PutMebibytesAsync(11);

        var first = await ReadAsync(await IteratorAsync("TRIM_HORIZON"));

        Assert.Equal(10, first.Records.Count);
        Assert.True(first.MillisBehindLatest > 0);
    }

    [Fact]
    public async Task After_10_MiB_reads_are_refused_for_five_seconds()
    {
        await CreateStreamAsync();
        await PutMebibytesAsync(11);
        var first = await ReadAsync(await IteratorAsync("TRIM_HORIZON"));

        Clock.Advance(TimeSpan.FromSeconds(4.4));
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => ReadAsync(first.NextShardIterator));
        Clock.Advance(TimeSpan.FromSeconds(0.6));
        Assert.Single((await ReadAsync(first.NextShardIterator)).Records);
    }

    [Fact]
    public async Task The_sixth_read_in_a_second_is_throttled()
    {
        await CreateStreamAsync();
        var iterator = await IteratorAsync("TRIM_HORIZON");
        for (var i = 0; i < 5; i++)
        {
            await ReadAsync(iterator);
        }

        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => ReadAsync(iterator));
        Clock.Advance(TimeSpan.FromSeconds(0.2));
        await ReadAsync(iterator);
    }

    [Fact]
    public async Task Damaged_records_are_an_internal_failure_and_other_shards_go_on()
    {
        await CreateStreamAsync(shards: 2);
        var damaged = await PutAsync("damaged");
        var other = Entry("fine");
        other.ExplicitHashKey = damaged.ShardId.EndsWith('0') ? "340282366920938463463374607431768211455" : "0";
        var fine = (await PutAsync([other])).Records[0];
        var log = Directory
            .GetFiles(LocalAws.DataDirectory, "*.log", SearchOption.AllDirectories)
            .Single(path => path.Contains(damaged.ShardId, StringComparison.Ordinal));
        using (var file = new FileStream(log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Seek(-1, SeekOrigin.End);
            file.WriteByte(0);
        }

        var exception = await Assert.ThrowsAsync<AmazonKinesisException>(
            async () => await ReadAsync(await IteratorAsync("TRIM_HORIZON", damaged.ShardId)));

        Assert.Equal("InternalFailure", exception.ErrorCode);
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, exception.StatusCode);
        Assert.Equal(["fine"], await ReadAllAsync(fine.ShardId));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task A_limit_outside_1_to_10000_is_refused(int limit)
    {
        await CreateStreamAsync();
        var iterator = await IteratorAsync("TRIM_HORIZON");

        await Assert.ThrowsAsync<ValidationException>(() => ReadAsync(iterator, limit));
    }

    private async Task PutMebibytesAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await PutAsync(new string('x', 1024 * 1024 - 8), "k");
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
