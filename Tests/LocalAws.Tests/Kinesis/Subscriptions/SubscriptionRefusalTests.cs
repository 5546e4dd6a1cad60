namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>What is refused before the first event is an error like that of any operation.</summary>
public sealed class SubscriptionRefusalTests : SubscriptionTest
{
    [Fact]
    public async Task A_consumer_that_is_being_created_cannot_subscribe()
    {
        await CreateStreamAsync();
        var consumer = await RegisterAsync();

        var error = await RefusedSubscriptionAsync(consumer);

        Assert.Equal(
            ("ResourceInUseException",
            "Consumer lake with creation timestamp 1772366400 under stream: readings , account 000000000000 "
            + "is not in ACTIVE status."),
            error);
    }

    [Fact]
    public async Task Consumers_and_shards_that_do_not_exist_are_named()
    {
        var consumer = await CreateConsumerAsync();

        var (_, absentShard) = await RefusedSubscriptionAsync(consumer, shard: 7);
        var (_, absentConsumer) = await RefusedSubscriptionAsync(consumer + "0");

        Assert.Equal(
            "Shard shardId-000000000007 in stream readings under account 000000000000 does not exist", absentShard);
        Assert.Equal($"Consumer {consumer}0, account 000000000000 not found.", absentConsumer);
    }

    [Fact]
    public async Task Missing_members_are_all_reported()
    {
        var (type, message) = await RefusedAsync("SubscribeToShard", new { });

        Assert.Equal("ValidationException", type);
        Assert.Equal(
            "3 validation errors detected: "
            + "Value null at 'consumerARN' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'shardId' failed to satisfy constraint: Member must not be null; "
            + "Value null at 'startingPosition' failed to satisfy constraint: Member must not be null",
            message);
    }

    [Theory]
    [InlineData("SOMEWHERE", null, "ValidationException")]
    [InlineData("AT_SEQUENCE_NUMBER", "x", "ValidationException")]
    [InlineData("AT_SEQUENCE_NUMBER", null, "InvalidArgumentException")]
    [InlineData("AT_SEQUENCE_NUMBER", "1", "InvalidArgumentException")]
    [InlineData("AT_TIMESTAMP", null, "InvalidArgumentException")]
    [InlineData("LATEST", "1", "InvalidArgumentException")]
    public async Task A_starting_position_that_makes_no_sense_is_refused(string type, string? number, string expected)
    {
        var consumer = await CreateConsumerAsync();

        var (error, _) = await RefusedSubscriptionAsync(consumer, type, sequenceNumber: number);

        Assert.Equal(expected, error);
    }

    [Fact]
    public async Task A_refused_call_takes_no_subscription_over()
    {
        var consumer = await CreateConsumerAsync();
        using var subscription = await SubscribeAsync(consumer);
        await subscription.NextAsync();
        Clock.Advance(TakeOverAfter);
        await subscription.NextAsync();

        await RefusedSubscriptionAsync(consumer, "AT_SEQUENCE_NUMBER", sequenceNumber: "1");
        await PutAsync("still here");

        Assert.Equal(["still here"], (await subscription.NextAsync()).Texts);
    }

    [Fact]
    public async Task One_call_per_second_is_taken_for_a_consumer_and_shard()
    {
        var consumer = await CreateConsumerAsync();
        await RefusedSubscriptionAsync(consumer, "AT_SEQUENCE_NUMBER", sequenceNumber: "1");

        var (tooSoon, _) = await RefusedSubscriptionAsync(consumer);
        Clock.Advance(TimeSpan.FromSeconds(1));
        using var subscription = await SubscribeAsync(consumer);

        Assert.Equal("LimitExceededException", tooSoon);
    }
}
