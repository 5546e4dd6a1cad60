using System.Net;
using System.Text.Json;
using Amazon.Kinesis.Model;
using Amazon.TimestreamQuery.Model;
using Amazon.TimestreamWrite.Model;
using TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;
using TelemetryAspire.LocalAws.Tests.Protocol;
using TelemetryAspire.LocalAws.Tests.S3;
using TelemetryAspire.LocalAws.Tests.Timestream;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class ResetTests : AdminTest
{
    [Fact]
    public async Task Nothing_is_left_of_streams_and_their_name_is_free()
    {
        await PutAsync("old");

        await ResetAsync();

        Assert.Empty((await Kinesis.ListStreamsAsync(new ListStreamsRequest(), Cancellation)).StreamNames ?? []);
        await CreateStreamAsync();
        await PutAsync("new");
        Assert.Equal(["new"], await ReadAllAsync());
    }

    [Fact]
    public async Task Nothing_is_left_of_buckets_and_objects()
    {
        using var s3 = S3Test.CreateClient(LocalAws.Url);
        await s3.PutBucketAsync("lake", Cancellation);
        await s3.PutObjectAsync(new() { BucketName = "lake", Key = "a", ContentBody = "x" }, Cancellation);

        await ResetAsync();

        Assert.Empty((await s3.ListBucketsAsync(Cancellation)).Buckets ?? []);
    }

    [Fact]
    public async Task Nothing_is_left_of_databases_though_a_query_had_pages_left()
    {
        using var writer = TimestreamTest.CreateWriter(LocalAws.Url);
        using var reader = TimestreamTest.CreateReader(LocalAws.Url);
        await writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = "devices" }, Cancellation);
        const string Sql = "SELECT x FROM (VALUES 1, 2, 3) AS t(x)";
        var page = await reader.QueryAsync(new QueryRequest { QueryString = Sql, MaxRows = 1 }, Cancellation);
        Assert.NotNull(page.NextToken);

        await ResetAsync();

        Assert.Empty((await writer.ListDatabasesAsync(new ListDatabasesRequest(), Cancellation)).Databases ?? []);
        await writer.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseName = "devices" }, Cancellation);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_subscription_ends_and_does_not_keep_it_waiting(string version)
    {
        await PutAsync("old");
        using var client = LocalAws.CreateClient();
        using var subscription = await SubscribeAsync(client, Version.Parse(version));
        Assert.Equal(["old"], await subscription.TakeAsync(1));

        await ResetAsync();

        Assert.Null(await subscription.EndAsync());
        await CreateStreamAsync();
        await PutAsync("new");
        using var next = await SubscribeAsync(client, Version.Parse(version));
        Assert.Equal(["new"], await next.TakeAsync(1));
    }

    [Fact]
    public async Task Fault_rules_go_too()
    {
        await ArmAsync("""{"operation":"*","kind":"error"}""");

        await ResetAsync();

        await CreateStreamAsync();
    }

    [Fact]
    public async Task Files_of_others_in_the_data_directory_stay()
    {
        var file = Path.Combine(LocalAws.DataDirectory, "checkpoints.db");
        await File.WriteAllTextAsync(file, "not ours", Cancellation);

        await ResetAsync();

        Assert.Equal("not ours", await File.ReadAllTextAsync(file, Cancellation));
    }

    [Fact]
    public async Task What_is_put_while_it_runs_is_either_refused_or_kept()
    {
        var puts = Enumerable.Range(0, 200).Select(i => CreateQuietlyAsync($"s{i}")).ToList();
        await ResetAsync();

        var created = (await Task.WhenAll(puts)).OfType<string>().ToHashSet();
        var listed = (await ListAllAsync()).ToHashSet();

        // The names were unique, so a stream that is listed was created after the reset, and its caller was told so.
        Assert.Subset(created, listed);
    }

    [Fact]
    public async Task The_data_is_still_empty_after_a_restart()
    {
        await ResetAsync();

        await LocalAws.RestartAsync();

        using var client = LocalAws.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/_localaws/health", Cancellation)).StatusCode);
        using var kinesis = TelemetryAspire.LocalAws.Tests.Kinesis.KinesisTest.CreateClient(LocalAws.Url);
        Assert.Empty((await kinesis.ListStreamsAsync(new ListStreamsRequest(), Cancellation)).StreamNames ?? []);
    }

    private async Task<Subscription> SubscribeAsync(HttpClient client, Version version)
    {
        var registered = await client.PostAsync(
            "Kinesis_20131202.RegisterStreamConsumer",
            $$"""{"StreamARN":"arn:aws:kinesis:us-east-1:000000000000:stream/{{Stream}}","ConsumerName":"lake"}""");
        var consumer = JsonElement.Parse(registered.Body).GetProperty("Consumer").GetProperty("ConsumerARN");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var request = JsonSerializer.Serialize(new
        {
            ConsumerARN = consumer,
            ShardId = "shardId-000000000000",
            StartingPosition = new { Type = "TRIM_HORIZON" },
        });
        return await Subscription.OpenAsync(client, request, version);
    }

    private async Task ResetAsync()
    {
        var answer = await CallAsync("POST", "reset", "{}");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, answer.Body?.ToJsonString());
    }

    private async Task<string?> CreateQuietlyAsync(string name)
    {
        try
        {
            await CreateStreamAsync(name);
            return name;
        }
        catch (LimitExceededException)
        {
            return null;
        }
    }

    private async Task<List<string>> ListAllAsync()
    {
        var names = new List<string>();
        ListStreamsResponse page;
        do
        {
            page = await Kinesis.ListStreamsAsync(
                new ListStreamsRequest { ExclusiveStartStreamName = names.LastOrDefault() }, Cancellation);
            names.AddRange(page.StreamNames ?? []);
        }
        while (page.HasMoreStreams == true);
        return names;
    }
}
