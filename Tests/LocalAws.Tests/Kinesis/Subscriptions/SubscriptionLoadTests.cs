using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Kinesis.Model;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>Many subscriptions, slow ones, and ones whose client is gone; without limits.</summary>
public sealed class SubscriptionLoadTests : SubscriptionTest
{
    protected override string[] Settings => ["--LocalAws:EnforceLimits=false"];

    [Fact]
    public async Task A_hundred_subscriptions_on_one_connection_are_all_pushed_to()
    {
        const int Shards = 20;
        await CreateStreamAsync(Shards);
        List<Subscription> subscriptions = [];
        for (var i = 0; i < 5; i++)
        {
            var consumer = await RegisterAsync($"consumer-{i}");
            Clock.Advance(CreationTime);
            subscriptions.AddRange(await Task.WhenAll(
                Enumerable.Range(0, Shards).Select(shard => SubscribeAsync(consumer, shard: shard))));
        }

        var keys = (await ShardsAsync()).Select(shard => shard.HashKeyRange.StartingHashKey);
        await PutAsync(keys.Select(key => new PutRecordsRequestEntry
        {
            Data = Bytes("to all"),
            PartitionKey = "device",
            ExplicitHashKey = key,
        }));

        var texts = await Task.WhenAll(subscriptions.Select(subscription => subscription.TakeAsync(1)));
        Assert.Equal(100, texts.Length);
        Assert.All(texts, text => Assert.Equal(["to all"], text));
        subscriptions.ForEach(subscription => subscription.Dispose());
    }

    [Fact]
    public async Task A_subscriber_that_does_not_read_holds_up_nobody_and_misses_nothing()
    {
        var consumer = await CreateConsumerAsync();
        var other = await RegisterAsync("other");
        Clock.Advance(CreationTime);
        using var slow = await SubscribeAsync(consumer);
        using var quick = await SubscribeAsync(other);
        var expected = Enumerable.Range(0, 40).Select(number => $"{number} {new string('x', 500_000)}").ToList();

        foreach (var text in expected)
        {
            await PutAsync(text);
        }

        // 20 MB are more than any buffer between the two takes.
        Assert.Equal(expected, await quick.TakeAsync(expected.Count));
        Assert.Equal(expected, await slow.TakeAsync(expected.Count));
    }

    [Fact]
    public async Task A_subscriber_that_does_not_read_is_cut_off_after_its_five_minutes()
    {
        var consumer = await CreateConsumerAsync();
        using var slow = await SubscribeAsync(consumer);
        for (var i = 0; i < 40; i++)
        {
            await PutAsync(new string('x', 1_000_000));
        }

        Clock.Advance(TimeSpan.FromMinutes(5));

        await Eventually.UntilAsync(() => !IsSubscribed(consumer));
        await Assert.ThrowsAnyAsync<Exception>(slow.EndAsync);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_is_gone_is_no_subscriber_any_more(bool resets)
    {
        var consumer = await CreateConsumerAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, LocalAws.Url.Port, Cancellation);
            await client.GetStream().WriteAsync(HttpRequestOf(consumer), Cancellation);
            Assert.NotEqual(-1, client.GetStream().ReadByte());
            Assert.True(IsSubscribed(consumer));
            // As the system does for a killed process: with a reset when it had not read everything.
            client.LingerState = new LingerOption(resets, 0);
        }

        await Eventually.UntilAsync(() => !IsSubscribed(consumer));
    }

    [Fact]
    public async Task A_call_that_is_given_up_is_no_subscription_any_more()
    {
        var consumer = await CreateConsumerAsync();
        using (var subscription = await SubscribeAsync(consumer))
        {
            await subscription.NextAsync();
            Assert.True(IsSubscribed(consumer));
        }

        await Eventually.UntilAsync(() => !IsSubscribed(consumer));
    }

    private bool IsSubscribed(string consumer) => LocalAws.Services.GetRequiredService<StreamStore>()
        .Find(Stream)!.GetShard(ShardId(0)).Subscribers[consumer].IsTaken;

    private static byte[] HttpRequestOf(string consumer)
    {
        var body = RequestOf(consumer);
        return Encoding.ASCII.GetBytes(
            "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: Kinesis_20131202.SubscribeToShard\r\n"
            + $"Content-Type: application/x-amz-json-1.1\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
