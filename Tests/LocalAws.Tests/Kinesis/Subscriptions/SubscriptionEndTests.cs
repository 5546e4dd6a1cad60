using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>What ends a subscription before its time.</summary>
public sealed class SubscriptionEndTests : SubscriptionTest
{
    [Fact]
    public async Task At_the_end_of_a_shard_the_children_are_named_and_nothing_follows()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        await subscription.NextAsync();

        await SplitAsync();
        var last = await subscription.NextAsync();

        Assert.Empty(last.Texts);
        Assert.Equal([ShardId(1), ShardId(2)], last.ChildShards);
        Assert.Null(last.Continuation);
        Assert.Null(await subscription.NextMessageAsync());
    }

    [Fact]
    public async Task The_last_records_of_a_closed_shard_come_with_its_end()
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync("last");
        await SplitAsync();

        using var subscription = await SubscribeAsync(consumer);
        var last = await subscription.NextAsync();

        Assert.Equal(["last"], last.Texts);
        Assert.Equal([ShardId(1), ShardId(2)], last.ChildShards);
        Assert.Null(await subscription.EndAsync());
    }

    [Fact]
    public async Task A_second_call_within_five_seconds_is_refused_and_the_first_goes_on()
    {
        var consumer = await CreateConsumerAsync();
        using var first = await SubscribeAsync(consumer);
        await first.NextAsync();
        Clock.Advance(TakeOverAfter - TimeSpan.FromMilliseconds(1));

        var error = await RefusedSubscriptionAsync(consumer);
        await PutAsync("still here");

        Assert.Equal(
            ("ResourceInUseException",
            "Another active subscription exists for this consumer: "
            + "000000000000:readings:shardId-000000000000:lake"),
            error);
        Assert.Equal(["still here"], (await first.NextAsync()).Texts);
    }

    [Fact]
    public async Task A_call_after_five_seconds_takes_over()
    {
        var consumer = await CreateConsumerAsync();
        using var first = await SubscribeAsync(consumer);
        await first.NextAsync();
        Clock.Advance(TakeOverAfter);

        using var second = await SubscribeAsync(consumer);
        var end = await first.EndAsync();
        await PutAsync("for the second");

        Assert.Equal("ResourceInUseException", end?.Name);
        Assert.Equal(
            """{"message":"Another active subscription exists for this consumer: """
            + """000000000000:readings:shardId-000000000000:lake"}""",
            Encoding.UTF8.GetString(end!.Payload));
        Assert.Equal(["for the second"], await second.TakeAsync(1));
    }

    [Fact]
    public async Task Consumers_and_shards_have_subscriptions_of_their_own()
    {
        var consumer = await CreateConsumerAsync(shards: 2);
        var other = await RegisterAsync("other");
        Clock.Advance(CreationTime);

        using var first = await SubscribeAsync(consumer);
        using var second = await SubscribeAsync(consumer, shard: 1);
        using var third = await SubscribeAsync(other);

        Assert.Empty((await first.NextAsync()).Texts);
        Assert.Empty((await second.NextAsync()).Texts);
        Assert.Empty((await third.NextAsync()).Texts);
    }

    [Fact]
    public async Task The_subscriptions_of_a_deregistered_consumer_end()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        await subscription.NextAsync();

        await CallAsync("DeregisterStreamConsumer", new { ConsumerARN = consumer });

        Assert.Equal("ResourceNotFoundException", (await subscription.EndAsync())?.Name);
    }

    [Fact]
    public async Task The_subscriptions_to_a_deleted_stream_end()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        await subscription.NextAsync();

        await CallAsync("DeleteStream", new { StreamName = Stream, EnforceConsumerDeletion = true });

        Assert.Equal("ResourceNotFoundException", (await subscription.EndAsync())?.Name);
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_subscriptions_without_an_error()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        await subscription.NextAsync();

        var restart = RestartAsync();

        Assert.Null(await subscription.EndAsync());
        await restart;
    }

    [Fact]
    public async Task A_shard_that_cannot_be_read_ends_the_subscription_with_an_internal_failure()
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync("damaged");
        var log = Directory.GetFiles(LocalAws.DataDirectory, "*.log", SearchOption.AllDirectories).Single();
        using (var file = new FileStream(log, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Seek(-1, SeekOrigin.End);
            file.WriteByte(0);
        }

        using var subscription = await SubscribeAsync(consumer);

        Assert.Equal("InternalFailureException", (await subscription.EndAsync())?.Name);
        await Assert.ThrowsAnyAsync<Amazon.Kinesis.AmazonKinesisException>(() => ReadAllAsync());
    }
}
