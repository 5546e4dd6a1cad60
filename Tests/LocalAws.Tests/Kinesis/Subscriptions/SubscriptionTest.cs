using System.Net;
using System.Text.Json;
using TelemetryAspire.LocalAws.Tests.Kinesis.Consumers;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>What every test of SubscribeToShard needs: an active consumer, and one HTTP/2 connection.</summary>
public abstract class SubscriptionTest : ConsumerTest
{
    /// <summary>How long a subscription is safe from being taken over.</summary>
    protected static readonly TimeSpan TakeOverAfter = TimeSpan.FromSeconds(5);

    private protected HttpClient Client => field ??= LocalAws.CreateClient();

    /// <summary>Creates the stream and registers a consumer that is active.</summary>
    /// <returns>The consumer's ARN.</returns>
    protected async Task<string> CreateConsumerAsync(int shards = 1)
    {
        await CreateStreamAsync(shards);
        var consumer = await RegisterAsync();
        Clock.Advance(CreationTime);
        return consumer;
    }

    private protected Task<Subscription> SubscribeAsync(
        string consumer,
        string type = "TRIM_HORIZON",
        int shard = 0,
        string? sequenceNumber = null,
        double? timestamp = null) => Subscription.OpenAsync(
            Client, RequestOf(consumer, type, shard, sequenceNumber, timestamp), HttpVersion.Version20);

    protected static string RequestOf(
        string consumer,
        string type = "TRIM_HORIZON",
        int shard = 0,
        string? sequenceNumber = null,
        double? timestamp = null) => JsonSerializer.Serialize(new
        {
            ConsumerARN = consumer,
            ShardId = ShardId(shard),
            StartingPosition = new { Type = type, SequenceNumber = sequenceNumber, Timestamp = timestamp },
        });

    /// <summary>Calls SubscribeToShard, which is to be refused.</summary>
    protected Task<(string? Type, string? Message)> RefusedSubscriptionAsync(
        string consumer,
        string type = "TRIM_HORIZON",
        int shard = 0,
        string? sequenceNumber = null) => RefusedAsync(
            "SubscribeToShard", JsonElement.Parse(RequestOf(consumer, type, shard, sequenceNumber)));
}
