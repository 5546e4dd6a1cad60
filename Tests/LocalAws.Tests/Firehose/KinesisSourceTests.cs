using System.Text;
using System.Text.Json;
using Amazon.Kinesis.Model;
using Amazon.KinesisFirehose.Model;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class KinesisSourceTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    private readonly FirehoseFixture _fixture = fixture;

    [Fact]
    public async Task It_delivers_what_is_put_after_its_creation()
    {
        await CreateSourceAsync();
        await PutToSourceAsync("before");
        await CreateReadingAsync();

        await PutToSourceAsync("a", "b", "c");

        Assert.Equal("a b c", await DeliveredAsync(3));
    }

    [Fact]
    public async Task It_is_described_with_its_source_and_listed_by_its_type()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();

        var description = await DescribeAsync();

        Assert.Equal("KinesisStreamAsSource", description.GetProperty("DeliveryStreamType").GetString());
        var source = description.GetProperty("Source").GetProperty("KinesisStreamSourceDescription");
        Assert.Equal(SourceArn, source.GetProperty("KinesisStreamARN").GetString());
        Assert.Equal(
            description.GetProperty("CreateTimestamp").GetDecimal(),
            source.GetProperty("DeliveryStartTimestamp").GetDecimal());
        Assert.Equal(Stream, await FirstOfTypeAsync("KinesisStreamAsSource"));
        Assert.NotEqual(Stream, await FirstOfTypeAsync("DirectPut"));
    }

    [Fact]
    public async Task A_direct_put_to_it_is_refused()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();

        var refusal = await Assert.ThrowsAsync<Amazon.KinesisFirehose.Model.InvalidArgumentException>(
            () => PutAsync("direct"));
        Assert.Equal(
            "This operation is not permitted on KinesisStreamAsSource delivery stream type.", refusal.Message);
    }

    [Theory]
    [InlineData("StartDeliveryStreamEncryption")]
    [InlineData("StopDeliveryStreamEncryption")]
    public async Task It_cannot_be_encrypted(string operation)
    {
        await CreateSourceAsync();
        await CreateReadingAsync();

        var (type, message) = await RefusedAsync(operation, new { });

        Assert.Equal("InvalidArgumentException", type);
        Assert.Contains("KinesisStreamAsSource", message);
    }

    [Fact]
    public async Task A_source_that_does_not_exist_is_refused()
    {
        var refusal =
            await Assert.ThrowsAsync<Amazon.KinesisFirehose.Model.InvalidArgumentException>(CreateReadingAsync);

        Assert.Equal($"Stream {Stream} under account 000000000000 not found.", refusal.Message);
    }

    [Theory]
    [InlineData("""{"DeliveryStreamType":"KinesisStreamAsSource"}""")]
    [InlineData("""
        {"KinesisStreamSourceConfiguration":
          {"KinesisStreamARN":"arn:aws:kinesis:us-east-1:000000000000:stream/s",
           "RoleARN":"arn:aws:iam::000000000000:role/r"}}
        """)]
    public async Task The_type_and_the_configuration_of_the_source_belong_together(string members)
    {
        var request = System.Text.Json.Nodes.JsonNode.Parse(members)!.AsObject();
        request["ExtendedS3DestinationConfiguration"] = JsonSerializer.SerializeToNode(new
        {
            RoleARN = "arn:aws:iam::000000000000:role/firehose",
            BucketARN = "arn:aws:s3:::" + Bucket,
        });

        var (type, message) = await RefusedAsync("CreateDeliveryStream", request);

        Assert.Equal("InvalidArgumentException", type);
        Assert.Contains("KinesisStreamSourceConfiguration", message);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_after_a_restart()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();
        await PutToSourceAsync("a");
        Assert.Equal("a", await DeliveredAsync(1));

        await RestartAsync();
        await PutToSourceAsync("b");

        Assert.Equal("a b", await DeliveredAsync(2));
    }

    [Fact]
    public async Task Parents_are_read_to_their_end_before_their_children()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();
        await PutToSourceAsync([.. Enumerable.Range(0, 20).Select(i => $"parent-{i:D2}")]);
        await SplitAsync();

        await PutToSourceAsync([.. Enumerable.Range(0, 20).Select(i => $"then-{i:D2}")]);

        var delivered = (await DeliveredAsync(40)).Split(' ');
        Assert.All(delivered[..20], record => Assert.StartsWith("parent-", record));
        Assert.Equal(20, delivered[20..].Distinct().Count(record => record.StartsWith("then-")));
    }

    [Fact]
    public async Task A_source_created_again_is_read_from_its_beginning()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();
        await PutToSourceAsync("first");
        Assert.Equal("first", await DeliveredAsync(1));

        await Kinesis.DeleteStreamAsync(new DeleteStreamRequest { StreamName = Stream }, Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await CreateSourceAsync();
        await PutToSourceAsync("second");

        Assert.Equal("first second", await DeliveredAsync(2));
        Assert.Equal("ACTIVE", (await DescribeAsync()).GetProperty("DeliveryStreamStatus").GetString());
    }

    [Fact]
    public async Task Records_of_the_producer_library_are_taken_apart()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();
        var aggregate = KplAggregateTests.Aggregate("a"u8.ToArray(), "b"u8.ToArray());

        await PutBytesAsync(aggregate);
        await PutToSourceAsync("c");

        Assert.Equal("a b c", await DeliveredAsync(3));
    }

    [Fact]
    public async Task The_key_has_the_arrival_in_the_stream_not_the_time_of_reading()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();
        var arrival = Clock.GetUtcNow();
        await PutToSourceAsync("a");

        await DeliveredAsync(1);

        Assert.Contains($"-{arrival:yyyy-MM-dd-HH-mm-ss}-", Assert.Single(await ListKeysAsync()));
    }

    [Fact]
    public async Task While_nothing_can_be_delivered_the_records_wait_in_the_stream()
    {
        await CreateSourceAsync();
        await S3.DeleteBucketAsync(Bucket, Cancellation);
        await CreateReadingAsync();
        for (var i = 0; i < 24; i++)
        {
            await PutToSourceAsync(new string('x', 1_000_000));
            Clock.Advance(TimeSpan.FromSeconds(3));
        }

        var taken = new DirectoryInfo(Path.Combine(_fixture.Host.DataDirectory, "firehose"))
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(file => file.Length);
        Assert.InRange(taken, 0, 19_000_000);
        await S3.PutBucketAsync(Bucket, Cancellation);
        Assert.Equal(24 * 1_000_001 - 1, (await DeliveredAsync(24)).Length);
    }

    [Fact]
    public async Task Records_that_expired_unread_keep_nothing_back()
    {
        await CreateSourceAsync();
        await CreateReadingAsync();
        await UseUpReadsAsync();
        await PutToSourceAsync("lost");
        Clock.Advance(TimeSpan.FromHours(25));

        await SplitAsync();
        await PutToSourceAsync("kept");

        Assert.Equal("kept", await DeliveredAsync(1));
    }

    private string SourceArn => "arn:aws:kinesis:us-east-1:000000000000:stream/" + Stream;

    private async Task CreateSourceAsync() => await Kinesis.CreateStreamAsync(
        new CreateStreamRequest { StreamName = Stream, ShardCount = 1 }, Cancellation);

    private Task CreateReadingAsync() => Firehose.CreateDeliveryStreamAsync(
        new CreateDeliveryStreamRequest
        {
            DeliveryStreamName = Stream,
            DeliveryStreamType = "KinesisStreamAsSource",
            KinesisStreamSourceConfiguration = new KinesisStreamSourceConfiguration
            {
                KinesisStreamARN = SourceArn,
                RoleARN = "arn:aws:iam::000000000000:role/firehose",
            },
            ExtendedS3DestinationConfiguration = new ExtendedS3DestinationConfiguration
            {
                RoleARN = "arn:aws:iam::000000000000:role/firehose",
                BucketARN = "arn:aws:s3:::" + Bucket,
                BufferingHints = new BufferingHints { SizeInMBs = 1, IntervalInSeconds = 60 },
                ProcessingConfiguration = Processors(Processor("AppendDelimiterToRecord")),
            },
        },
        Cancellation);

    private async Task PutToSourceAsync(params string[] records)
    {
        foreach (var record in records)
        {
            await PutBytesAsync(Encoding.UTF8.GetBytes(record));
        }
    }

    private async Task PutBytesAsync(byte[] data) => await Kinesis.PutRecordAsync(
        new Amazon.Kinesis.Model.PutRecordRequest
        {
            StreamName = Stream,
            PartitionKey = Convert.ToHexString(data.AsSpan(0, Math.Min(data.Length, 50))),
            Data = new MemoryStream(data),
        },
        Cancellation);

    /// <summary>Nobody can read from the shard until the clock moves.</summary>
    private async Task UseUpReadsAsync()
    {
        var iterator = await Kinesis.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = Stream,
                ShardId = "shardId-000000000000",
                ShardIteratorType = "TRIM_HORIZON",
            },
            Cancellation);
        await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(async () =>
        {
            while (true)
            {
                await Kinesis.GetRecordsAsync(new() { ShardIterator = iterator.ShardIterator }, Cancellation);
            }
        });
    }

    private async Task SplitAsync()
    {
        using var client = _fixture.Host.CreateClient();
        var request = new
        {
            StreamName = Stream,
            ShardToSplit = "shardId-000000000000",
            NewStartingHashKey = "170141183460469231731687303715884105728",
        };
        var response = await client.PostAsync("Kinesis_20131202.SplitShard", JsonSerializer.Serialize(request));
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<string?> FirstOfTypeAsync(string type)
    {
        var page = await CallAsync(
            "ListDeliveryStreams",
            new { DeliveryStreamType = type, Limit = 1, ExclusiveStartDeliveryStreamName = Stream[..^1] });
        return page.GetProperty("DeliveryStreamNames").EnumerateArray().FirstOrDefault().ToString();
    }

    /// <summary>Lets time pass until that many records are in the bucket; gives them as delivered.</summary>
    private async Task<string> DeliveredAsync(int count)
    {
        string[] records = [];
        await Eventually.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            var keys = (await ListKeysAsync()).Order(StringComparer.Ordinal);
            var texts = await Task.WhenAll(keys.Select(ReadTextAsync));
            records = string.Concat(texts).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return records.Length >= count;
        });
        return string.Join(' ', records);
    }
}
