using System.Globalization;
using System.Net;
using System.Numerics;
using Amazon.Kinesis;
using Amazon.Kinesis.Model;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Resharding;

/// <summary>Shards are split and merged while records are put, and the process is killed in between.</summary>
public sealed class ReshardingTests : IDisposable
{
    private const string Stream = "readings";
    private const int Seed = 7;
    private readonly TemporaryDirectory _data = new();
    private readonly Random _random = new(Seed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Under_load_no_record_is_lost_repeated_or_read_out_of_its_keys_order()
    {
        await using var localAws = await LocalAwsHost.StartAsync(null, "--LocalAws:EnforceLimits=false");
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        await CreateStreamAsync(kinesis);
        var writers = Enumerable.Range(0, 3).Select(i => new KeyedWriter(kinesis, Stream, $"writer-{i}", 20)).ToList();
        var isDone = false;
        var writing = writers.Select(writer => writer.RunAsync(() => Volatile.Read(ref isDone))).ToList();

        for (var i = 0; i < 40; i++)
        {
            await ReshardAsync(localAws.Url);
            await Eventually.UntilAsync(AllWroteSince(writers));
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(writing);
        var read = await LineageReader.ReadAsync(kinesis, Stream);
        Assert.All(writers, writer => AssertWhole(writer, read, mayHoldOneMore: false));
        await AssertCoversAllHashKeysAsync(kinesis);
    }

    [Fact]
    public async Task Killed_again_and_again_it_loses_nothing_acknowledged_and_repeats_nothing()
    {
        var writers = new List<KeyedWriter>();
        for (var round = 0; round < 5; round++)
        {
            writers.AddRange(await WriteAndReshardUntilKilledAsync(round));
        }

        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName, "--LocalAws:EnforceLimits=false");
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        var read = await LineageReader.ReadAsync(kinesis, Stream);

        Assert.All(writers, writer => Assert.True(writer.Acknowledged > 5));
        Assert.All(writers, writer => AssertWhole(writer, read, mayHoldOneMore: true));
        await AssertCoversAllHashKeysAsync(kinesis);
    }

    private async Task<List<KeyedWriter>> WriteAndReshardUntilKilledAsync(int round)
    {
        await using var localAws = await LocalAwsProcess.StartAsync(_data.FullName, "--LocalAws:EnforceLimits=false");
        using var kinesis = KinesisTest.CreateClient(localAws.Url);
        if (round == 0)
        {
            await CreateStreamAsync(kinesis);
        }

        var writers = Enumerable.Range(0, 2)
            .Select(i => new KeyedWriter(kinesis, Stream, $"round-{round}-writer-{i}", 20))
            .ToList();
        var writing = writers.Select(writer => writer.RunAsync(() => false)).ToList();
        for (var i = 0; i < 6; i++)
        {
            await ReshardAsync(localAws.Url);
            await Eventually.UntilAsync(AllWroteSince(writers));
        }

        // The kill meets the next one wherever it is.
        var last = ReshardAsync(localAws.Url);
        await localAws.KillAsync();
        await Task.WhenAll(writing);
        await Xunit.Record.ExceptionAsync(() => last);
        return writers;
    }

    private async Task ReshardAsync(Uri url)
    {
        using var client = new HttpClient { BaseAddress = url };
        var target = _random.Next(1, 7);
        var response = await client.PostAsync(
            "Kinesis_20131202.UpdateShardCount",
            $$"""{"StreamName":"{{Stream}}","TargetShardCount":{{target}},"ScalingType":"UNIFORM_SCALING"}""");
        Assert.True(response.StatusCode == HttpStatusCode.OK, response.Body);
    }

    private static Func<bool> AllWroteSince(IReadOnlyList<KeyedWriter> writers)
    {
        var before = writers.Select(writer => writer.Acknowledged).ToList();
        return () => writers.Zip(before).All(pair => pair.First.Acknowledged > pair.Second + 1);
    }

    private static void AssertWhole(KeyedWriter writer, Dictionary<string, List<int>> read, bool mayHoldOneMore) =>
        Assert.All(writer.Keys, key =>
        {
            var numbers = read[key];
            var most = writer.Acknowledged + (mayHoldOneMore ? 1 : 0);
            Assert.InRange(numbers.Count, writer.Acknowledged, most);
            Assert.Equal(Enumerable.Range(0, numbers.Count), numbers);
        });

    private static async Task AssertCoversAllHashKeysAsync(AmazonKinesisClient kinesis)
    {
        var open = (await LineageReader.ShardsAsync(kinesis, Stream))
            .Where(shard => shard.SequenceNumberRange.EndingSequenceNumber is null)
            .Select(shard => (
                Start: BigInteger.Parse(shard.HashKeyRange.StartingHashKey, CultureInfo.InvariantCulture),
                End: BigInteger.Parse(shard.HashKeyRange.EndingHashKey, CultureInfo.InvariantCulture)))
            .OrderBy(range => range.Start)
            .ToList();

        Assert.Equal(BigInteger.Zero, open[0].Start);
        Assert.Equal(BigInteger.Pow(2, 128) - 1, open[^1].End);
        Assert.All(open.Zip(open.Skip(1)), pair => Assert.Equal(pair.First.End + 1, pair.Second.Start));
    }

    private static Task<CreateStreamResponse> CreateStreamAsync(AmazonKinesisClient kinesis) =>
        kinesis.CreateStreamAsync(new CreateStreamRequest { StreamName = Stream, ShardCount = 2 }, Cancellation);
}
