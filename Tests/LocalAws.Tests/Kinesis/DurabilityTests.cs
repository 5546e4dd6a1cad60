using System.Collections.Concurrent;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>What was acknowledged is there after the process was killed.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const string Stream = "readings";
    private const int Shards = 2;

    /// <summary>How often a test kills the process, at moments that its seed decides.</summary>
    private const int Kills = 5;

    private readonly TemporaryDirectory _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_acknowledged_record_survives_kill_9_at_any_moment_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        var acknowledged = new ConcurrentDictionary<string, string>();
        for (var round = 0; round < Kills; round++)
        {
            await WriteUntilKilledAsync(acknowledged, round, random);
        }

        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName, "--LocalAws:EnforceLimits=false");
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        var stored = await ReadAllAsync(kinesis);

        Assert.All(acknowledged, record => Assert.Equal(record.Value, stored[record.Key]));
        // A text is written once, so a second one would be a record stored twice.
        Assert.Equal(stored.Count, stored.Values.Distinct().Count());
        // A writer waits for the answer to a batch, so each shard has its batches in their order.
        Assert.All(stored.GroupBy(ShardAndWriter), records => Assert.Equal(
            records.OrderBy(record => record.Key, StringComparer.Ordinal), records.OrderBy(BatchAndNumber)));
    }

    [Fact]
    public async Task Sequence_numbers_go_on_after_kill_9()
    {
        string before;
        await using (var localAws = await LocalAwsProcess.StartAsync(_data.FullName))
        {
            using var kinesis = KinesisTest.CreateClient(localAws.Url);
            await CreateStreamAsync(kinesis);
            before = (await PutOneAsync(kinesis)).SequenceNumber;
            await localAws.KillAsync();
        }

        await using var restarted = await LocalAwsProcess.StartAsync(_data.FullName);
        using var client = KinesisTest.CreateClient(restarted.Url);
        var after = (await PutOneAsync(client)).SequenceNumber;

        Assert.True(string.CompareOrdinal(before, after) < 0);
    }

    /// <summary>Kills after a random number of acknowledgements and a random part of a commit's time.</summary>
    private async Task WriteUntilKilledAsync(
        ConcurrentDictionary<string, string> acknowledged,
        int round,
        Random random)
    {
        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName, "--LocalAws:EnforceLimits=false");
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        if (round == 0)
        {
            await CreateStreamAsync(kinesis);
        }

        var target = acknowledged.Count + random.Next(1, 3_000);
        var delay = TimeSpan.FromMicroseconds(random.Next(2_000));
        var reached = new TaskCompletionSource();
        var writers = Enumerable.Range(0, 3)
            .Select(writer => WriteAsync(kinesis, $"{round}-{writer}", (key, text) =>
            {
                Assert.True(acknowledged.TryAdd(key, text), "A sequence number was given twice.");
                if (acknowledged.Count > target)
                {
                    reached.TrySetResult();
                }
            }))
            .ToList();
        await Task.WhenAny([reached.Task, .. writers]);
        await Task.Delay(delay, TimeProvider.System, Cancellation);

        await localAws.KillAsync();
        await Task.WhenAll(writers);
    }

    /// <summary>Of <c>writer 0-2, batch 00017, record 03</c> in a shard: the shard and <c>writer 0-2</c>.</summary>
    private static string ShardAndWriter(KeyValuePair<string, string> record) =>
        record.Key.Split('/')[0] + record.Value.Split(',')[0];

    private static string BatchAndNumber(KeyValuePair<string, string> record) => record.Value;

    /// <summary>Writes until the connection breaks, and reports what was acknowledged until then.</summary>
    private static async Task WriteAsync(AmazonKinesisClient kinesis, string writer, Action<string, string> acknowledge)
    {
        for (var batch = 0; ; batch++)
        {
            var texts = Enumerable.Range(0, 50)
                .Select(number => $"writer {writer}, batch {batch:d5}, record {number:d2}")
                .ToList();
            PutRecordsResponse response;
            try
            {
                response = await kinesis.PutRecordsAsync(RequestOf(texts), Cancellation);
            }
            catch (HttpRequestException)
            {
                return;
            }

            for (var i = 0; i < texts.Count; i++)
            {
                acknowledge($"{response.Records[i].ShardId}/{response.Records[i].SequenceNumber}", texts[i]);
            }
        }
    }

    private static PutRecordsRequest RequestOf(IEnumerable<string> texts) => new()
    {
        StreamName = Stream,
        Records = [.. texts.Select(text => new PutRecordsRequestEntry { Data = Bytes(text), PartitionKey = text })],
    };

    private static async Task<Dictionary<string, string>> ReadAllAsync(AmazonKinesisClient kinesis)
    {
        var stored = new Dictionary<string, string>();
        for (var shard = 0; shard < Shards; shard++)
        {
            var shardId = $"shardId-{shard:D12}";
            var iterator = (await kinesis.GetShardIteratorAsync(
                new GetShardIteratorRequest
                {
                    StreamName = Stream,
                    ShardId = shardId,
                    ShardIteratorType = ShardIteratorType.TRIM_HORIZON,
                },
                Cancellation)).ShardIterator;
            GetRecordsResponse response;
            do
            {
                response = await kinesis.GetRecordsAsync(
                    new GetRecordsRequest { ShardIterator = iterator, Limit = 1_000 }, Cancellation);
                iterator = response.NextShardIterator;
                foreach (var record in response.Records)
                {
                    stored.Add(
                        $"{shardId}/{record.SequenceNumber}",
                        System.Text.Encoding.UTF8.GetString(record.Data.ToArray()));
                }
            }
            while (response.Records.Count > 0);
        }

        return stored;
    }

    private static Task<CreateStreamResponse> CreateStreamAsync(AmazonKinesisClient kinesis) =>
        kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = Stream, ShardCount = Shards }, Cancellation);

    private static Task<PutRecordResponse> PutOneAsync(AmazonKinesisClient kinesis) => kinesis.PutRecordAsync(
        new PutRecordRequest { StreamName = Stream, PartitionKey = "device-1", Data = Bytes("reading") }, Cancellation);

    private static MemoryStream Bytes(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
