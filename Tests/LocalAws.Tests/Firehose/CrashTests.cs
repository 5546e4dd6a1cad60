using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Kinesis.Model;
using Amazon.KinesisFirehose.Model;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class CrashTests
{
    private const string Stream = CrashingLocalAws.Stream;
    private const int Rounds = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acknowledged_records_reach_the_lake_exactly_once_across_kills()
    {
        await using var crashing = await CrashingLocalAws.StartAsync();
        await crashing.CreateAsync();
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            // About 5 MB, so that buffers are being sealed and delivered when the kill comes.
            for (var batch = 0; batch < 20; batch++)
            {
                acknowledged.AddRange(await crashing.PutAsync($"{round}-{batch}"));
            }

            await crashing.CrashAsync();
        }

        await AssertDeliveredOnceAsync(crashing, acknowledged);
    }

    [Fact]
    public async Task Records_of_a_Kinesis_stream_reach_the_lake_exactly_once_across_kills()
    {
        await using var crashing = await CrashingLocalAws.StartAsync();
        await CreateSourceAsync(crashing);
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            // Reading is under way when a new object is there, and so is delivery.
            var objects = (await crashing.ListKeysAsync()).Count;
            for (var batch = 0; (await crashing.ListKeysAsync()).Count < objects + 2; batch++)
            {
                acknowledged.AddRange(await PutToSourceAsync(crashing, $"{round}-{batch}"));
            }

            await crashing.CrashAsync();
        }

        await AssertDeliveredOnceAsync(crashing, acknowledged);
    }

    [Fact]
    public async Task Each_object_goes_by_the_settings_of_its_time_across_kills()
    {
        await using var crashing = await CrashingLocalAws.StartAsync();
        await crashing.CreateAsync();
        var acknowledged = new List<string>();
        for (var version = 1; version <= Rounds; version++)
        {
            for (var batch = 0; batch < 10; batch++)
            {
                acknowledged.AddRange(await crashing.PutAsync($"{version}-{batch}"));
            }

            await UpdateAsync(crashing.Url, version);
            await crashing.CrashAsync();
        }

        var contents = await AssertDeliveredOnceAsync(crashing, acknowledged);
        Assert.All(contents, entry => Assert.All(entry.Value, record => AssertVersion(entry.Key, record)));
    }

    private static void AssertVersion(string key, string record)
    {
        var version = record.Split('-')[0];
        Assert.Contains($"/{Stream}-{version}-", key);
        Assert.Equal(version != "1", Regex.IsMatch(key, $"^v{version}/"));
    }

    private static async Task<Dictionary<string, string[]>> AssertDeliveredOnceAsync(
        CrashingLocalAws crashing,
        List<string> acknowledged)
    {
        var contents = await crashing.WaitForRecordsAsync(acknowledged.Count);
        var delivered = contents.Values.SelectMany(records => records);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), delivered.Order(StringComparer.Ordinal));
        return contents;
    }

    private static async Task CreateSourceAsync(CrashingLocalAws crashing)
    {
        await crashing.Kinesis.CreateStreamAsync(
            new CreateStreamRequest { StreamName = Stream, ShardCount = 2 }, Cancellation);
        await crashing.CreateAsync(request =>
        {
            request.DeliveryStreamType = "KinesisStreamAsSource";
            request.KinesisStreamSourceConfiguration = new KinesisStreamSourceConfiguration
            {
                KinesisStreamARN = "arn:aws:kinesis:us-east-1:000000000000:stream/" + Stream,
                RoleARN = "arn:aws:iam::000000000000:role/firehose",
            };
        });
    }

    /// <summary>Puts 250 records of 1 KB to the source, half of them in an aggregate.</summary>
    private static async Task<List<string>> PutToSourceAsync(CrashingLocalAws crashing, string name)
    {
        var records = CrashingLocalAws.Records(name);
        var aggregate = KplAggregateTests.Aggregate(
            records[125..].Select(text => Encoding.UTF8.GetBytes(text + "\n")));
        List<MemoryStream> data = [.. records[..125].Select(CrashingLocalAws.Bytes), new(aggregate)];
        var response = await crashing.Kinesis.PutRecordsAsync(
            new PutRecordsRequest
            {
                StreamName = Stream,
                Records = [.. data.Select((bytes, i) => new PutRecordsRequestEntry
                {
                    Data = bytes,
                    PartitionKey = i.ToString(CultureInfo.InvariantCulture),
                })],
            },
            Cancellation);
        Assert.Equal(0, response.FailedRecordCount);
        return records;
    }

    private static async Task UpdateAsync(Uri url, int version)
    {
        using var client = new HttpClient { BaseAddress = url };
        var response = await client.PostAsync("Firehose_20150804.UpdateDestination", JsonSerializer.Serialize(new
        {
            DeliveryStreamName = Stream,
            CurrentDeliveryStreamVersionId = version.ToString(CultureInfo.InvariantCulture),
            DestinationId = "destinationId-000000000001",
            ExtendedS3DestinationUpdate = new { Prefix = $"v{version + 1}/" },
        }));
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
    }
}
