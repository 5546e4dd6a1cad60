using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

/// <summary>The quota of calls that are no puts: five a second for each operation.</summary>
public sealed class CallRateTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task The_sixth_call_in_a_second_is_throttled()
    {
        await CreateAsync();
        await ListAsync(5);

        var refusal = await Assert.ThrowsAnyAsync<AmazonKinesisFirehoseException>(() => ListAsync(1));

        Assert.Equal("ThrottlingException", refusal.ErrorCode);
        Assert.Equal("Rate exceeded", refusal.Message);
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        await ListAsync(1);
    }

    [Fact]
    public async Task Another_operation_has_its_own_quota()
    {
        await CreateAsync();
        await ListAsync(5);

        await Firehose.DescribeDeliveryStreamAsync(
            new DescribeDeliveryStreamRequest { DeliveryStreamName = Stream }, Cancellation);
    }

    [Fact]
    public async Task Without_limits_nobody_is_throttled()
    {
        await using var localAws = await LocalAwsHost.StartAsync(
            new FakeTimeProvider(), "--LocalAws:EnforceLimits=false");
        using var firehose = FirehoseFixture.CreateClient(localAws.Url);

        for (var call = 0; call < 20; call++)
        {
            await firehose.ListDeliveryStreamsAsync(new ListDeliveryStreamsRequest(), Cancellation);
        }
    }

    private async Task ListAsync(int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            await Firehose.ListDeliveryStreamsAsync(new ListDeliveryStreamsRequest(), Cancellation);
        }
    }
}
