using System.Text;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class DeaggregationTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    private const string Json = "SubRecordType=JSON";
    private const string Hashes = "SubRecordType=DELIMITED;Delimiter=IyM=";

    [Theory]
    [InlineData(Json, """{"a":1}{"a":{"b":[2]}}""", "{\"a\":1}\n{\"a\":{\"b\":[2]}}\n")]
    [InlineData(Json, "{\"a\":\"}{\"}\n {\"a\":2}\r\n", "{\"a\":\"}{\"}\n{\"a\":2}\n")]
    [InlineData(Hashes, "one##two##", "one\ntwo\n")]
    [InlineData(Hashes, "one####three", "one\n\nthree\n")]
    [InlineData(Hashes, "no delimiter", "no delimiter\n")]
    public async Task A_record_is_taken_apart_and_each_part_ends_with_the_delimiter(
        string parameters, string record, string expected)
    {
        await CreateDeaggregatingAsync(parameters);
        await PutAsync(record);

        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(expected, await ReadTextAsync(Assert.Single(await WaitForKeysAsync(1))));
    }

    [Theory]
    [InlineData(Json, "[{\"a\":1},{\"a\":2}]", "Non JSON record provided: only JSON objects can be taken apart.")]
    [InlineData(Json, "{\"a\":1}{\"a\":", "Non JSON record provided.")]
    [InlineData(Json, " \n", "The record was empty or contained only whitespace.")]
    [InlineData(Hashes, "####", "The record was empty or contained only delimiters.")]
    public async Task A_record_that_cannot_be_taken_apart_goes_to_the_error_output_whole(
        string parameters, string record, string message)
    {
        await CreateDeaggregatingAsync(parameters);
        var arrival = Clock.GetUtcNow();
        await PutAsync(record);

        Clock.Advance(TimeSpan.FromSeconds(60));

        var key = Assert.Single(await WaitForKeysAsync(1));
        Assert.StartsWith($"data/processing-failed/{arrival:yyyy'/'MM'/'dd'/'HH}/{Stream}-1-", key);
        var text = await ReadTextAsync(key);
        Assert.EndsWith("}\n", text);
        var line = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal(1, line.GetProperty("attemptsMade").GetInt32());
        Assert.Equal(arrival.ToUnixTimeMilliseconds(), line.GetProperty("arrivalTimestamp").GetInt64());
        Assert.Equal("RecordDeAggregation.MalformedData", line.GetProperty("errorCode").GetString());
        Assert.Equal(message, line.GetProperty("errorMessage").GetString());
        Assert.Equal(arrival.ToUnixTimeMilliseconds(), line.GetProperty("attemptEndingTimestamp").GetInt64());
        Assert.Equal(record, Encoding.UTF8.GetString(line.GetProperty("rawData").GetBytesFromBase64()));
    }

    [Fact]
    public async Task Good_records_and_bad_ones_are_delivered_side_by_side()
    {
        await CreateDeaggregatingAsync(Json, "bad/!{firehose:error-output-type}/!{timestamp:yyyy}/");
        await PutAsync("{}", "bad", "{}{}", "worse");

        Clock.Advance(TimeSpan.FromSeconds(60));

        var keys = await WaitForKeysAsync(2);
        Assert.Equal("{}\n{}\n{}\n", await ReadTextAsync(keys.Single(key => key.StartsWith("data/"))));
        var bad = keys.Single(key => key.StartsWith("bad/"));
        Assert.StartsWith($"bad/processing-failed/{Clock.GetUtcNow():yyyy}/{Stream}-1-", bad);
        Assert.Equal(2, (await ReadTextAsync(bad)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData(500, 500)]
    [InlineData(501, 1)]
    public async Task A_record_of_more_than_500_is_delivered_as_it_is(int count, int lines)
    {
        await CreateDeaggregatingAsync(Json);
        await PutAsync(string.Concat(Enumerable.Repeat("{}", count)));

        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(lines, (await ReadTextAsync(Assert.Single(await WaitForKeysAsync(1)))).Count(c => c == '\n'));
    }

    private async Task CreateDeaggregatingAsync(string parameters, string? errorPrefix = null) =>
        await CreateAsync(destination =>
    {
        destination.ErrorOutputPrefix = errorPrefix;
        destination.ProcessingConfiguration = Processors(
            Processor("AppendDelimiterToRecord"), Processor("RecordDeAggregation", parameters));
    });
}
