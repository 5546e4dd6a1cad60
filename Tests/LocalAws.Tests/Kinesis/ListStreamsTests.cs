using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class ListStreamsTests : KinesisTest
{
    [Fact]
    public async Task Streams_come_by_name_in_pages()
    {
        foreach (var name in new[] { "c", "a", "b" })
        {
            await CreateStreamAsync(name: name);
        }

        var first = await ListAsync(new ListStreamsRequest { Limit = 2 });
        var second = await ListAsync(new ListStreamsRequest { NextToken = first.NextToken });

        Assert.Equal(["a", "b"], first.StreamNames);
        Assert.True(first.HasMoreStreams);
        Assert.Equal(["c"], second.StreamNames);
        Assert.False(second.HasMoreStreams);
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task A_list_can_start_after_a_name_that_does_not_exist()
    {
        await CreateStreamAsync(name: "a");
        await CreateStreamAsync(name: "c");

        var list = await ListAsync(new ListStreamsRequest { ExclusiveStartStreamName = "b" });

        Assert.Equal(["c"], list.StreamNames);
    }

    [Fact]
    public async Task A_token_expires_after_five_minutes()
    {
        await CreateStreamAsync(name: "a");
        await CreateStreamAsync(name: "b");
        var first = await ListAsync(new ListStreamsRequest { Limit = 1 });
        Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<ExpiredNextTokenException>(
            () => ListAsync(new ListStreamsRequest { NextToken = first.NextToken }));
    }

    private Task<ListStreamsResponse> ListAsync(ListStreamsRequest request) =>
        Kinesis.ListStreamsAsync(request, Cancellation);
}
