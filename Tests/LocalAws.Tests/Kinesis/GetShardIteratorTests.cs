using Amazon.Kinesis.Model;
using SequenceNumber = TelemetryAspire.LocalAws.Kinesis.Streams.SequenceNumber;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class GetShardIteratorTests : KinesisTest
{
    [Fact]
    public async Task Trim_horizon_is_the_oldest_record()
    {
        await PutThreeAsync();

        Assert.Equal(["one", "two", "three"], Texts(await ReadAsync(await IteratorAsync("TRIM_HORIZON"))));
    }

    [Fact]
    public async Task Latest_is_after_the_newest_record()
    {
        await PutThreeAsync();
        var iterator = await IteratorAsync("LATEST");
        await PutAsync("four");

        Assert.Equal(["four"], Texts(await ReadAsync(iterator)));
    }

    [Fact]
    public async Task At_a_sequence_number_is_that_record()
    {
        var puts = await PutThreeAsync();

        var iterator = await IteratorAsync("AT_SEQUENCE_NUMBER", sequenceNumber: puts[1].SequenceNumber);

        Assert.Equal(["two", "three"], Texts(await ReadAsync(iterator)));
    }

    [Fact]
    public async Task After_a_sequence_number_is_the_next_record()
    {
        var puts = await PutThreeAsync();

        var iterator = await IteratorAsync("AFTER_SEQUENCE_NUMBER", sequenceNumber: puts[1].SequenceNumber);

        Assert.Equal(["three"], Texts(await ReadAsync(iterator)));
    }

    [Theory]
    [InlineData(-5000, "one two three")]
    [InlineData(0, "one two three")]
    [InlineData(1, "two three")]
    [InlineData(1000, "two three")]
    [InlineData(2000, "three")]
    [InlineData(2001, "")]
    public async Task At_a_timestamp_is_the_first_record_that_arrived_then_or_later(
        int millisecondsAfterFirst,
        string expected)
    {
        var first = Clock.GetUtcNow().UtcDateTime;
        await PutThreeAsync();

        var iterator = await IteratorAsync("AT_TIMESTAMP", timestamp: first.AddMilliseconds(millisecondsAfterFirst));

        Assert.Equal(expected, string.Join(' ', Texts(await ReadAsync(iterator))));
    }

    [Fact]
    public async Task A_timestamp_in_the_future_is_refused()
    {
        await PutThreeAsync();

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(
            () => IteratorAsync("AT_TIMESTAMP", timestamp: Clock.GetUtcNow().UtcDateTime.AddSeconds(1)));

        Assert.StartsWith(
            "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRIM_HORIZON", "49590338271490256608559692538361571095921575989136588898")]
    [InlineData("AT_SEQUENCE_NUMBER", null)]
    [InlineData("AFTER_SEQUENCE_NUMBER", null)]
    public async Task Type_and_sequence_number_must_go_together(string type, string? sequenceNumber)
    {
        await CreateStreamAsync();

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(
            () => IteratorAsync(type, sequenceNumber: sequenceNumber));

        Assert.StartsWith("Must either specify (1) AT_SEQUENCE_NUMBER", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_number_of_another_shard_is_refused()
    {
        await CreateStreamAsync(shards: 2);
        var put = await PutAsync("reading");
        var other = put.ShardId.EndsWith('0') ? "shardId-000000000001" : "shardId-000000000000";

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(
            () => IteratorAsync("AT_SEQUENCE_NUMBER", other, put.SequenceNumber));

        Assert.Equal(
            $"Invalid StartingSequenceNumber. It encodes {put.ShardId}, "
            + $"while it was used in a call to a shard with {other}",
            exception.Message);
    }

    [Fact]
    public async Task A_sequence_number_of_another_stream_is_refused()
    {
        await CreateStreamAsync();

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(() => IteratorAsync(
            "AFTER_SEQUENCE_NUMBER",
            sequenceNumber: new SequenceNumber(1, 0, 1, 1).ToString()));

        Assert.EndsWith("because it did not come from this stream.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shard_that_does_not_exist_is_not_found()
    {
        await CreateStreamAsync();

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => IteratorAsync("LATEST", "shardId-000000000001"));

        Assert.Equal(
            "Shard shardId-000000000001 in stream readings under account 000000000000 does not exist",
            exception.Message);
    }

    [Fact]
    public async Task The_sixth_call_in_a_second_is_throttled()
    {
        await CreateStreamAsync();
        for (var i = 0; i < 5; i++)
        {
            await IteratorAsync("LATEST");
        }

        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => IteratorAsync("LATEST"));
    }

    [Fact]
    public async Task A_sequence_number_that_no_record_has_had_yet_is_refused()
    {
        var puts = await PutThreeAsync();
        Assert.True(SequenceNumber.TryParse(puts[2].SequenceNumber, out var last));

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(() => IteratorAsync(
            "AT_SEQUENCE_NUMBER", sequenceNumber: (last with { Counter = last.Counter + 1 }).ToString()));

        Assert.EndsWith("is invalid.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_sequence_number_out_of_retention_reading_begins_at_the_oldest_record_there_is()
    {
        var puts = await PutThreeAsync();
        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(2));

        var iterator = await IteratorAsync("AT_SEQUENCE_NUMBER", sequenceNumber: puts[0].SequenceNumber);

        Assert.Equal(["two", "three"], Texts(await ReadAsync(iterator)));
    }

    [Fact]
    public async Task A_shard_may_be_named_by_its_number_as_on_AWS()
    {
        await CreateStreamAsync();
        await PutAsync("one");

        Assert.Equal(["one"], await ReadAllAsync("shardId-0"));
    }

    private async Task<List<PutRecordResponse>> PutThreeAsync()
    {
        await CreateStreamAsync();
        List<PutRecordResponse> puts = [await PutAsync("one")];
        Clock.Advance(TimeSpan.FromSeconds(1));
        puts.Add(await PutAsync("two"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        puts.Add(await PutAsync("three"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        return puts;
    }
}
