namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>The limit of 2 MB/s for a consumer and shard.</summary>
public sealed class SubscriptionThroughputTests : SubscriptionTest
{
    [Fact]
    public async Task After_two_megabytes_the_next_ones_wait_until_time_has_passed()
    {
        var consumer = await CreateConsumerAsync();
        for (var i = 0; i < 8; i++)
        {
            await PutAsync(new string('x', 1_000_000));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var start = Clock.GetUtcNow();
        using var subscription = await SubscribeAsync(consumer);
        var reading = subscription.TakeAsync(8);
        await Eventually.UntilAsync(Clock, () => reading.IsCompleted);

        // The first two megabytes come at once, and the last one goes before it is paid for.
        Assert.True(Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(2.3));
        Assert.Equal(8, (await reading).Count);
    }
}
