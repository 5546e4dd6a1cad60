using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Consumers;

public sealed class RegisterStreamConsumerTests : ConsumerTest
{
    [Fact]
    public async Task The_ARN_names_the_stream_the_consumer_and_the_second_of_its_creation()
    {
        await CreateStreamAsync();

        var response = await CallAsync(
            "RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "lake", Tags = new { team = "a" } });

        Assert.Equal(
            $"{StreamArn}/consumer/lake:{Clock.GetUtcNow().ToUnixTimeSeconds()}",
            Text(response, "Consumer", "ConsumerARN"));
        Assert.Equal("CREATING", Text(response, "Consumer", "ConsumerStatus"));
        Assert.Equal("1772366400.125", Text(response, "Consumer", "ConsumerCreationTimestamp"));
        Assert.False(response.GetProperty("Consumer").TryGetProperty("StreamARN", out _));
    }

    [Fact]
    public async Task A_consumer_becomes_active()
    {
        await CreateStreamAsync();
        var consumer = await RegisterAsync();

        var before = await StatusAsync(consumer);
        Clock.Advance(CreationTime);

        Assert.Equal("CREATING", before);
        Assert.Equal("ACTIVE", await StatusAsync(consumer));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused()
    {
        await CreateStreamAsync();
        await RegisterAsync();

        var error = await RefusedAsync("RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "lake" });

        Assert.Equal(
            ("ResourceInUseException", "Consumer lake under stream readings already exists for account 000000000000."),
            error);
    }

    [Fact]
    public async Task A_stream_has_at_most_20_consumers()
    {
        await CreateStreamAsync();
        for (var i = 0; i < 20; i++)
        {
            await RegisterAsync($"consumer-{i}");
            Clock.Advance(CreationTime);
        }

        var (type, _) = await RefusedAsync(
            "RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "one-too-many" });

        Assert.Equal("LimitExceededException", type);
    }

    [Fact]
    public async Task At_most_5_consumers_are_being_created_at_a_time()
    {
        await CreateStreamAsync();
        for (var i = 0; i < 5; i++)
        {
            await RegisterAsync($"consumer-{i}");
        }

        Clock.Advance(CreationTime / 2);
        var error = await RefusedAsync("RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "6th" });
        Clock.Advance(CreationTime / 2);

        Assert.Equal(
            ("LimitExceededException",
            "Stream readings under account 000000000000 can have 20 consumers, and no more than 5 consumers of the "
            + "account can be in status CREATING."),
            error);
        await RegisterAsync("6th");
    }

    [Fact]
    public async Task Five_calls_are_taken_in_a_second()
    {
        await CreateStreamAsync();
        for (var i = 0; i < 5; i++)
        {
            await RegisterAsync($"consumer-{i}");
        }

        var (type, message) = await RefusedAsync(
            "RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "6th" });

        Assert.Equal("LimitExceededException", type);
        Assert.Contains("Rate exceeded", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RegisterStreamConsumer")]
    [InlineData("DeregisterStreamConsumer")]
    [InlineData("DescribeStreamConsumer")]
    [InlineData("ListStreamConsumers")]
    public async Task An_id_of_a_stream_is_reserved_by_AWS(string operation)
    {
        await CreateStreamAsync();

        var (type, message) = await RefusedAsync(
            operation,
            new { StreamARN = StreamArn, ConsumerName = "lake", StreamId = "abcdefghij0123456789-abc" });

        Assert.Equal("InvalidArgumentException", type);
        Assert.StartsWith("StreamId is reserved", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_stream_and_broken_names_are_refused()
    {
        var (absent, _) = await RefusedAsync(
            "RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "lake" });
        var (_, message) = await RefusedAsync(
            "RegisterStreamConsumer", new { StreamARN = "readings", ConsumerName = "a lake" });

        Assert.Equal("ResourceNotFoundException", absent);
        Assert.StartsWith("2 validation errors detected: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_counts_consumers_and_a_restart_keeps_them()
    {
        await CreateStreamAsync();
        var consumer = await RegisterAsync();

        await RestartAsync();

        var summary = await CallAsync("DescribeStreamSummary", new { StreamName = Stream });
        Assert.Equal("1", Text(summary, "StreamDescriptionSummary", "ConsumerCount"));
        Assert.Equal("CREATING", await StatusAsync(consumer));
    }

    [Fact]
    public async Task A_stream_with_consumers_is_deleted_only_with_them()
    {
        await CreateStreamAsync();
        await RegisterAsync();

        await Assert.ThrowsAsync<ResourceInUseException>(() =>
            Kinesis.DeleteStreamAsync(new DeleteStreamRequest { StreamName = Stream }, Cancellation));
        await CallAsync("DeleteStream", new { StreamName = Stream, EnforceConsumerDeletion = true });

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => ReadAllAsync());
    }
}
