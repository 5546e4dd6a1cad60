using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Consumers;

public sealed class ListStreamConsumersTests : ConsumerTest
{
    [Fact]
    public async Task Pages_follow_each_other_by_name()
    {
        await CreateStreamAsync();
        await RegisterAsync("b");
        await RegisterAsync("c");
        await RegisterAsync("a");

        var first = await CallAsync("ListStreamConsumers", new { StreamARN = StreamArn, MaxResults = 2 });
        var second = await CallAsync(
            "ListStreamConsumers", new { StreamARN = StreamArn, NextToken = Text(first, "NextToken") });

        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(["c"], Names(second));
        Assert.False(second.TryGetProperty("NextToken", out _));
    }

    [Fact]
    public async Task A_consumer_deregistered_between_two_pages_hides_no_other()
    {
        await CreateStreamAsync();
        await RegisterAsync("a");
        await RegisterAsync("b");
        await RegisterAsync("c");
        var first = await CallAsync("ListStreamConsumers", new { StreamARN = StreamArn, MaxResults = 1 });

        await CallAsync("DeregisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "a" });
        var second = await CallAsync(
            "ListStreamConsumers", new { StreamARN = StreamArn, NextToken = Text(first, "NextToken") });

        Assert.Equal(["b", "c"], Names(second));
    }

    [Fact]
    public async Task A_token_is_valid_for_five_minutes()
    {
        await CreateStreamAsync();
        await RegisterAsync("a");
        await RegisterAsync("b");
        var first = await CallAsync("ListStreamConsumers", new { StreamARN = StreamArn, MaxResults = 1 });
        Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1));

        var (type, _) = await RefusedAsync(
            "ListStreamConsumers", new { StreamARN = StreamArn, NextToken = Text(first, "NextToken") });

        Assert.Equal("ExpiredNextTokenException", type);
    }

    [Fact]
    public async Task The_creation_time_tells_a_stream_from_a_later_one_of_its_name()
    {
        await CreateStreamAsync();
        var created = Clock.GetUtcNow().ToUnixTimeSeconds();

        await CallAsync("ListStreamConsumers", new { StreamARN = StreamArn, StreamCreationTimestamp = created });
        var (type, _) = await RefusedAsync(
            "ListStreamConsumers", new { StreamARN = StreamArn, StreamCreationTimestamp = created - 1 });

        Assert.Equal("ResourceNotFoundException", type);
    }

    private static IEnumerable<string> Names(JsonElement page) =>
        page.GetProperty("Consumers").EnumerateArray().Select(consumer => Text(consumer, "ConsumerName"));
}
