namespace TelemetryAspire.LocalAws.Tests.Kinesis.Consumers;

/// <summary>DescribeStreamConsumer and DeregisterStreamConsumer, which name a consumer in the same ways.</summary>
public sealed class DescribeStreamConsumerTests : ConsumerTest
{
    [Fact]
    public async Task A_consumer_is_found_by_ARN_or_by_stream_and_name()
    {
        await CreateStreamAsync();
        var consumer = await RegisterAsync();

        var byArn = await CallAsync("DescribeStreamConsumer", new { ConsumerARN = consumer });
        var byName = await CallAsync(
            "DescribeStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "lake" });

        Assert.Equal(byArn.ToString(), byName.ToString());
        Assert.Equal(StreamArn, Text(byArn, "ConsumerDescription", "StreamARN"));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"ConsumerName":"lake"}""")]
    [InlineData("""{"StreamARN":"arn:aws:kinesis:us-east-1:000000000000:stream/readings"}""")]
    public async Task Half_a_name_is_refused(string request)
    {
        var (type, _) = await RefusedAsync(
            "DescribeStreamConsumer", System.Text.Json.JsonDocument.Parse(request).RootElement);

        Assert.Equal("InvalidArgumentException", type);
    }

    [Fact]
    public async Task Names_of_different_consumers_are_refused()
    {
        await CreateStreamAsync();
        var consumer = await RegisterAsync();

        var (type, _) = await RefusedAsync(
            "DeregisterStreamConsumer", new { ConsumerARN = consumer, ConsumerName = "other" });

        Assert.Equal("InvalidArgumentException", type);
    }

    [Fact]
    public async Task A_consumer_registered_again_is_not_the_earlier_one()
    {
        await CreateStreamAsync();
        var earlier = await RegisterAsync();
        await CallAsync("DeregisterStreamConsumer", new { ConsumerARN = earlier });
        Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await RegisterAsync();

        var (type, message) = await RefusedAsync("DescribeStreamConsumer", new { ConsumerARN = earlier });

        Assert.NotEqual(earlier, later);
        Assert.Equal("ResourceNotFoundException", type);
        Assert.Equal($"Consumer {earlier}, account 000000000000 not found.", message);
    }

    [Fact]
    public async Task A_deregistered_consumer_is_gone()
    {
        await CreateStreamAsync();
        await RegisterAsync();

        await CallAsync("DeregisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "lake" });

        var (type, _) = await RefusedAsync(
            "DeregisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "lake" });
        Assert.Equal("ResourceNotFoundException", type);
    }
}
