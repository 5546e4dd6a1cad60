using System.IO.Compression;
using System.Text;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class DeliveryTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Records_are_joined_with_nothing_between_when_the_interval_is_over()
    {
        await CreateAsync();
        await PutAsync("{\"a\":1}\n", "", "{\"b\":2}");
        await PutAsync("no newline");
        Clock.Advance(Interval - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await ListKeysAsync());

        Clock.Advance(TimeSpan.FromMilliseconds(1));

        var key = Assert.Single(await WaitForKeysAsync(1));
        Assert.Equal("{\"a\":1}\n{\"b\":2}no newline", await ReadTextAsync(key));
    }

    [Fact]
    public async Task A_full_buffer_is_delivered_without_waiting()
    {
        await CreateAsync();
        var half = new string('x', 600_000);

        await PutAsync(half, half, half, half, "rest");

        var keys = await WaitForKeysAsync(2);
        Assert.All(await Task.WhenAll(keys.Select(ReadAsync)), content => Assert.Equal(1_200_000, content.Length));
        Clock.Advance(Interval);
        await WaitForKeysAsync(3);
    }

    [Fact]
    public async Task A_key_is_the_prefix_the_name_the_version_the_arrival_of_the_oldest_record_and_an_id()
    {
        await CreateAsync();
        var oldest = Clock.GetUtcNow();
        await PutAsync("a");
        Clock.Advance(TimeSpan.FromSeconds(30));
        await PutAsync("b");

        Clock.Advance(TimeSpan.FromSeconds(30));

        var key = Assert.Single(await WaitForKeysAsync(1));
        Assert.StartsWith($"data/{oldest:yyyy'/'MM'/'dd'/'HH}/{Stream}-1-{oldest:yyyy-MM-dd-HH-mm-ss}-", key);
        Assert.True(Guid.TryParse(key[^36..], out _));
    }

    [Fact]
    public async Task Expressions_of_the_prefix_are_evaluated_in_the_time_zone()
    {
        await CreateAsync(destination =>
        {
            destination.Prefix = "y=!{timestamp:yyyy}/m=!{timestamp:MM}/!{timestamp:'day='dd'/hour='HH}/!{firehose:random-string}/";
            destination.ErrorOutputPrefix = "errors/!{firehose:error-output-type}/";
            destination.CustomTimeZone = "Asia/Tokyo";
            destination.FileExtension = ".jsonl";
        });
        var local = Clock.GetUtcNow().AddHours(9);
        await PutAsync("a");

        Clock.Advance(Interval);

        var key = Assert.Single(await WaitForKeysAsync(1));
        Assert.Matches(
            $"^y={local:yyyy}/m={local:MM}/day={local:dd}/hour={local:HH}/[A-Za-z0-9]{{11}}/{Stream}-1-"
            + $@"{local:yyyy-MM-dd-HH-mm-ss}-[0-9a-f-]{{36}}\.jsonl$",
            key);
    }

    [Fact]
    public async Task Gzip_compresses_the_object_and_gives_it_an_extension()
    {
        await CreateAsync(destination => destination.CompressionFormat = CompressionFormat.GZIP);
        await PutAsync("one\n", "two\n");

        Clock.Advance(Interval);

        var key = Assert.Single(await WaitForKeysAsync(1));
        Assert.EndsWith(".gz", key);
        using var gzip = new GZipStream(new MemoryStream(await ReadAsync(key)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        Assert.Equal("one\ntwo\n", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task The_delimiter_processor_ends_every_record()
    {
        await CreateAsync(destination => destination.ProcessingConfiguration = new ProcessingConfiguration
        {
            Enabled = true,
            Processors =
            [
                new Processor
                {
                    Type = ProcessorType.AppendDelimiterToRecord,
                    Parameters =
                    [
                        new ProcessorParameter { ParameterName = ProcessorParameterName.Delimiter, ParameterValue = "\\n" },
                    ],
                },
            ],
        });
        await PutAsync("one", "two");

        Clock.Advance(Interval);

        Assert.Equal("one\ntwo\n", await ReadTextAsync(Assert.Single(await WaitForKeysAsync(1))));
    }

    [Theory]
    [InlineData("errors", "errorsprocessing-failed/2026/03/01/")]
    [InlineData("errors/!{firehose:error-output-type}/!{timestamp:yyyy-MM}/", "errors/processing-failed/2026-03/")]
    public async Task Error_output_goes_below_its_prefix(string errorPrefix, string expected)
    {
        await CreateAsync(destination =>
        {
            destination.ErrorOutputPrefix = errorPrefix;
            destination.ProcessingConfiguration =
                Processors(Processor("RecordDeAggregation", "SubRecordType=JSON"));
        });
        await PutAsync("not JSON");

        Clock.Advance(Interval);

        Assert.StartsWith(expected, Assert.Single(await WaitForKeysAsync(1)));
    }

    [Fact]
    public async Task Zero_buffering_delivers_within_five_seconds()
    {
        await CreateAsync(destination =>
            destination.BufferingHints = new BufferingHints { SizeInMBs = 1, IntervalInSeconds = 0 });
        await PutAsync("at once");

        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("at once", await ReadTextAsync(Assert.Single(await WaitForKeysAsync(1))));
    }

    [Fact]
    public async Task A_missing_bucket_delays_delivery_and_loses_nothing()
    {
        await S3.DeleteBucketAsync(Bucket, Cancellation);
        await CreateAsync();
        await PutAsync("kept");
        Clock.Advance(Interval);
        await PutAsync("kept too");

        await S3.PutBucketAsync(Bucket, Cancellation);

        await Eventually.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            var contents = await Task.WhenAll((await ListKeysAsync()).Select(ReadTextAsync));
            return string.Concat(contents) == "keptkept too";
        });
    }

    [Fact]
    public async Task What_is_buffered_is_delivered_after_a_restart()
    {
        await CreateAsync();
        await PutAsync("before ");
        await RestartAsync();
        await PutAsync("after");

        Clock.Advance(Interval);

        Assert.Equal("before after", await ReadTextAsync(Assert.Single(await WaitForKeysAsync(1))));
    }
}
