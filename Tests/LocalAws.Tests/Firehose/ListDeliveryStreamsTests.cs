using Amazon.KinesisFirehose.Model;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class ListDeliveryStreamsTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task Names_come_in_order_and_in_pages()
    {
        await CreateAsync();

        var page = await Firehose.ListDeliveryStreamsAsync(
            new ListDeliveryStreamsRequest { Limit = 1, ExclusiveStartDeliveryStreamName = Stream[..^1] },
            Cancellation);

        Assert.Equal([Stream], page.DeliveryStreamNames);
        Assert.False(page.HasMoreDeliveryStreams);
    }

    [Fact]
    public async Task Ten_names_make_a_page_unless_asked_otherwise()
    {
        foreach (var name in Enumerable.Range(0, 11).Select(i => $"a-{i:D2}"))
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await CallAsync("CreateDeliveryStream", new
            {
                DeliveryStreamName = name,
                S3DestinationConfiguration = new
                {
                    RoleARN = "arn:aws:iam::000000000000:role/firehose",
                    BucketARN = "arn:aws:s3:::" + Bucket,
                },
            });
        }

        var page = await Firehose.ListDeliveryStreamsAsync(new ListDeliveryStreamsRequest(), Cancellation);

        Assert.Equal([.. Enumerable.Range(0, 10).Select(i => $"a-{i:D2}")], page.DeliveryStreamNames);
        Assert.True(page.HasMoreDeliveryStreams);
    }

    [Theory]
    [InlineData("""{"Limit":0}""", "'limit' failed to satisfy constraint: Member must have value greater than or")]
    [InlineData("""{"DeliveryStreamType":"Direct"}""", "Member must satisfy enum value set: [DirectPut, ")]
    [InlineData("""{"ExclusiveStartDeliveryStreamName":"a b"}""", "'exclusiveStartDeliveryStreamName' failed")]
    public async Task A_parameter_against_the_rules_is_refused(string request, string why)
    {
        var (type, message) = await RefusedAsync(
            "ListDeliveryStreams", System.Text.Json.Nodes.JsonNode.Parse(request)!);

        Assert.Equal("ValidationException", type);
        Assert.Contains(why, message);
    }
}
