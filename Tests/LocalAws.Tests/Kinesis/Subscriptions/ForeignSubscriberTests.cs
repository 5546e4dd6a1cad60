using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>Clients nobody here wrote: the AWS SDK for JavaScript over HTTP/2, and boto3 over HTTP/1.1.</summary>
public sealed class ForeignSubscriberTests : SubscriptionTest
{
    private const string Boto3Program = """
        stream = client("kinesis").subscribe_to_shard(
            ConsumerARN="CONSUMER",
            ShardId="shardId-000000000000",
            StartingPosition={"Type": "TRIM_HORIZON"})["EventStream"]
        texts, children, error = [], [], None
        try:
            for event in stream:
                texts += [record["Data"].decode() for record in event["SubscribeToShardEvent"]["Records"]]
                children += [child["ShardId"] for child in event["SubscribeToShardEvent"].get("ChildShards") or []]
        except Exception as exception:
            error = exception.response["Error"]["Code"]
        print(json.dumps({"texts": texts, "children": children, "error": error}))
        """;

    [Theory]
    [InlineData("JavaScript")]
    [InlineData("boto3")]
    public async Task A_subscriber_reads_a_shard_to_its_end(string client)
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync("before");
        var subscriber = SubscribeWithAsync(client, consumer);
        await Eventually.UntilAsync(() => subscriber.IsCompleted || IsSubscribed(consumer));

        await PutAsync("while subscribed");
        await SplitAsync();

        using var result = JsonDocument.Parse(await subscriber);
        Assert.Equal(["before", "while subscribed"], List(result, "texts"));
        Assert.Equal([ShardId(1), ShardId(2)], List(result, "children"));
        Assert.Equal(JsonValueKind.Null, result.RootElement.GetProperty("error").ValueKind);
    }

    [Theory]
    [InlineData("JavaScript")]
    [InlineData("boto3")]
    public async Task A_subscriber_that_is_taken_over_from_is_told(string client)
    {
        var consumer = await CreateConsumerAsync();
        var subscriber = SubscribeWithAsync(client, consumer);
        await Eventually.UntilAsync(() => subscriber.IsCompleted || IsSubscribed(consumer));
        Clock.Advance(TakeOverAfter);

        using var other = await SubscribeAsync(consumer);

        using var result = JsonDocument.Parse(await subscriber);
        Assert.Equal("ResourceInUseException", result.RootElement.GetProperty("error").GetString());
    }

    private Task<string> SubscribeWithAsync(string client, string consumer) => client == "boto3"
        ? ForeignClient.Boto3Async(
            LocalAws.Url, Boto3Program.Replace("CONSUMER", consumer, StringComparison.Ordinal))
        : ForeignClient.NodeAsync(LocalAws.Url, "subscribe.mjs", consumer);

    private bool IsSubscribed(string consumer) =>
        LocalAws.Services.GetRequiredService<StreamStore>().Find(Stream)!.GetShard(ShardId(0))
            .Subscribers.TryGetValue(consumer, out var slot)
        && slot.IsTaken;

    private static IEnumerable<string?> List(JsonDocument result, string name) =>
        result.RootElement.GetProperty(name).EnumerateArray().Select(item => item.GetString());
}
