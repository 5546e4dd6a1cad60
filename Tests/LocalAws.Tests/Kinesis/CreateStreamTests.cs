using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class CreateStreamTests : KinesisTest
{
    [Fact]
    public async Task A_new_stream_is_active_with_the_shards_asked_for()
    {
        await CreateStreamAsync(shards: 3);

        var stream = await DescribeAsync();

        Assert.Equal(StreamStatus.ACTIVE, stream.StreamStatus);
        Assert.Equal(3, stream.Shards.Count);
        Assert.Equal("arn:aws:kinesis:us-east-1:000000000000:stream/readings", stream.StreamARN);
        Assert.Equal(Clock.GetUtcNow().UtcDateTime, stream.StreamCreationTimestamp!.Value.ToUniversalTime());
    }

    [Fact]
    public async Task Shards_divide_all_hash_keys_without_gaps()
    {
        await CreateStreamAsync(shards: 3);

        var ranges = (await DescribeAsync()).Shards.Select(shard => shard.HashKeyRange).ToList();

        Assert.Equal("0", ranges[0].StartingHashKey);
        Assert.Equal("113427455640312821154458202477256070484", ranges[0].EndingHashKey);
        Assert.Equal("113427455640312821154458202477256070485", ranges[1].StartingHashKey);
        Assert.Equal("226854911280625642308916404954512140969", ranges[1].EndingHashKey);
        Assert.Equal("226854911280625642308916404954512140970", ranges[2].StartingHashKey);
        Assert.Equal("340282366920938463463374607431768211455", ranges[2].EndingHashKey);
    }

    [Fact]
    public async Task An_on_demand_stream_has_four_shards()
    {
        await Kinesis.CreateStreamAsync(
            new CreateStreamRequest
            {
                StreamName = Stream,
                StreamModeDetails = new StreamModeDetails { StreamMode = StreamMode.ON_DEMAND },
            },
            Cancellation);

        var stream = await DescribeAsync();

        Assert.Equal(StreamMode.ON_DEMAND, stream.StreamModeDetails.StreamMode);
        Assert.Equal(4, stream.Shards.Count);
    }

    [Fact]
    public async Task A_name_can_be_taken_once()
    {
        await CreateStreamAsync();

        var exception = await Assert.ThrowsAsync<ResourceInUseException>(() => CreateStreamAsync());

        Assert.Equal("Stream readings under account 000000000000 already exists.", exception.Message);
    }

    [Fact]
    public async Task Names_that_differ_in_case_are_different_streams()
    {
        await CreateStreamAsync(name: "readings");
        await CreateStreamAsync(name: "READINGS");

        var streams = await Kinesis.ListStreamsAsync(new ListStreamsRequest(), Cancellation);

        Assert.Equal(["READINGS", "readings"], streams.StreamNames);
    }

    [Fact]
    public async Task A_stream_called_dot_dot_stays_in_the_data_directory()
    {
        await CreateStreamAsync(name: "..");

        Assert.Single(Directory.GetDirectories(Path.Combine(LocalAws.DataDirectory, "kinesis"), "..@*"));
    }

    [Theory]
    [InlineData("", "Member must have length greater than or equal to 1")]
    [InlineData("a b", "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")]
    public async Task A_name_outside_the_constraints_is_refused(string name, string expected)
    {
        var exception = await Assert.ThrowsAsync<ValidationException>(() => CreateStreamAsync(name: name));

        Assert.Contains(
            $"Value '{name}' at 'streamName' failed to satisfy constraint: {expected}",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_shards_than_an_account_may_have_are_refused()
    {
        await CreateStreamAsync(shards: 2);

        var exception = await Assert.ThrowsAsync<LimitExceededException>(() => CreateStreamAsync(999, "more"));

        Assert.Contains(
            "Current shard count for the account: 2. Limit: 1000.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1023)]
    [InlineData(10241)]
    public async Task A_record_size_outside_1_to_10_MiB_is_refused(int maxRecordSizeInKiB)
    {
        var request = new CreateStreamRequest
        {
            StreamName = Stream,
            ShardCount = 1,
            MaxRecordSizeInKiB = maxRecordSizeInKiB,
        };

        await Assert.ThrowsAsync<ValidationException>(() => Kinesis.CreateStreamAsync(request, Cancellation));
    }

    private async Task<StreamDescription> DescribeAsync()
    {
        var response = await Kinesis.DescribeStreamAsync(
            new DescribeStreamRequest { StreamName = Stream }, Cancellation);
        return response.StreamDescription;
    }
}
