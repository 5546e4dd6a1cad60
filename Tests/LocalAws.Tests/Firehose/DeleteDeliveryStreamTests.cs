using Amazon.KinesisFirehose.Model;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class DeleteDeliveryStreamTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task A_deleted_delivery_stream_is_gone_with_what_it_buffered()
    {
        await CreateAsync();
        await PutAsync("dropped");

        await DeleteAsync();
        Clock.Advance(TimeSpan.FromSeconds(61));

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => PutAsync("late"));
        await CreateAsync();
        await PutAsync("kept");
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("kept", await ReadTextAsync(Assert.Single(await WaitForKeysAsync(1))));
    }

    [Fact]
    public async Task One_that_is_not_there_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<ResourceNotFoundException>(DeleteAsync);

        Assert.Equal($"Firehose {Stream} under account 000000000000 not found.", refusal.Message);
    }

    private Task DeleteAsync() => Firehose.DeleteDeliveryStreamAsync(
        new DeleteDeliveryStreamRequest { DeliveryStreamName = Stream }, Cancellation);
}
