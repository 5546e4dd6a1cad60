using System.Net;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

public sealed class SubscribeToShardTests : SubscriptionTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_event_is_a_frame_with_its_type_over_both_versions_of_HTTP(int major)
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync("one");

        using var subscription = await Subscription.OpenAsync(
            Client, RequestOf(consumer), major == 1 ? HttpVersion.Version11 : HttpVersion.Version20);
        var message = (await subscription.NextMessageAsync())!;

        Assert.Equal(major, subscription.Response.Version.Major);
        Assert.Equal(
            [
                KeyValuePair.Create(":event-type", "SubscribeToShardEvent"),
                KeyValuePair.Create(":content-type", "application/x-amz-json-1.1"),
                KeyValuePair.Create(":message-type", "event"),
            ],
            message.Headers);
    }

    [Fact]
    public async Task A_record_is_pushed_while_the_clock_stands_still()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer, "LATEST");
        var first = await subscription.NextAsync();

        var put = await PutAsync("pushed");
        var second = await subscription.NextAsync();

        Assert.Empty(first.Texts);
        Assert.Equal(["pushed"], second.Texts);
        Assert.Equal(put.SequenceNumber, second.Continuation);
        Assert.Equal(0, second.MillisBehindLatest);
        Assert.Null(second.ChildShards);
    }

    [Theory]
    [InlineData("TRIM_HORIZON", null, "one", "two", "three")]
    [InlineData("AT_SEQUENCE_NUMBER", 1, "two", "three")]
    [InlineData("AFTER_SEQUENCE_NUMBER", 1, "three")]
    [InlineData("LATEST", null)]
    public async Task A_subscription_begins_at_its_starting_position(string type, int? record, params string[] expected)
    {
        var consumer = await CreateConsumerAsync();
        string[] numbers =
        [
            (await PutAsync("one")).SequenceNumber,
            (await PutAsync("two")).SequenceNumber,
            (await PutAsync("three")).SequenceNumber,
        ];

        using var subscription = await SubscribeAsync(
            consumer, type, sequenceNumber: record is { } index ? numbers[index] : null);

        Assert.Equal(expected, (await subscription.NextAsync()).Texts);
    }

    [Fact]
    public async Task A_subscription_can_begin_at_a_time()
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync("before");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await PutAsync("after");

        using var subscription = await SubscribeAsync(
            consumer, "AT_TIMESTAMP", timestamp: Clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000d);

        Assert.Equal(["after"], (await subscription.NextAsync()).Texts);
    }

    [Fact]
    public async Task A_quiet_shard_is_heard_of_every_five_seconds()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        var first = await subscription.NextAsync();

        Clock.Advance(TimeSpan.FromSeconds(5));
        var second = await subscription.NextAsync();

        Assert.Empty(second.Texts);
        Assert.Equal(0, second.MillisBehindLatest);
        Assert.True(string.CompareOrdinal(first.Continuation, second.Continuation) < 0);
    }

    [Theory]
    [InlineData("AT_SEQUENCE_NUMBER")]
    [InlineData("AFTER_SEQUENCE_NUMBER")]
    public async Task The_continuation_of_a_quiet_shard_misses_nothing_and_repeats_nothing(string type)
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync("seen");
        using var subscription = await SubscribeAsync(consumer);
        await subscription.NextAsync();
        Clock.Advance(TimeSpan.FromSeconds(5));
        var quiet = await subscription.NextAsync();
        await PutAsync("new");

        using var next = await SubscribeAsync(consumer, type, sequenceNumber: quiet.Continuation);

        Assert.Equal(["new"], (await next.NextAsync()).Texts);
    }

    [Fact]
    public async Task A_subscription_ends_after_five_minutes_without_an_error()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        await subscription.NextAsync();

        Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromMilliseconds(1));
        await subscription.NextAsync();
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null(await subscription.EndAsync());
    }

    [Fact]
    public async Task Records_far_behind_the_tip_tell_how_far()
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync(new string('x', 600_000));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await PutAsync("tip");
        using var subscription = await SubscribeAsync(consumer);

        var first = await subscription.NextAsync();
        var second = await subscription.NextAsync();

        Assert.Equal(10_000, first.MillisBehindLatest);
        Assert.Equal(["tip"], second.Texts);
        Assert.Equal(0, second.MillisBehindLatest);
    }

    [Fact]
    public async Task Every_record_comes_once_and_in_order_while_a_producer_writes()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        var expected = Enumerable.Range(0, 300).Select(number => $"{number}").ToList();

        var reading = subscription.TakeAsync(expected.Count);
        foreach (var text in expected)
        {
            await PutAsync(text);
        }

        Assert.Equal(expected, await reading);
    }
}
