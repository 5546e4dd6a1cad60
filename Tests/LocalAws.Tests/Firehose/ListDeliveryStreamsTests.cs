using Amazon.KinesisFirehose.Model;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class ListDeliveryStreamsTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task Names_come_in_order_and_in_pages()
    {
        await CreateAsync();

        var page = await Firehose.ListDeliveryStreamsAsync(
            new ListDeliveryStreamsRequest { Limit = 1, ExclusiveStartDeliveryStreamName = Stream[..^1] }, Cancellation);

        Assert.Equal([Stream], page.DeliveryStreamNames);
        Assert.False(page.HasMoreDeliveryStreams);
    }
}
