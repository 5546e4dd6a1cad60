using System.Text;
using System.Text.Json;
using Amazon.Kinesis.Model;
using TelemetryAspire.EndToEnd.Tests.Pipelines;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Telemetry;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.EndToEnd.Tests;

/// <summary>Garbage on the stream, between good readings.</summary>
public sealed class BadInputTests
{
    /// <summary>Larger than the stream takes by default, and than Firehose takes at all.</summary>
    private const int TwoMebibytes = 2 * 1024 * 1024;

    private static readonly long Now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private static readonly (byte[] Bytes, MappingFailureReason Reason)[] Bad =
    [
        (Utf8("""{"Time":1,"DeviceID":"cut"""), MappingFailureReason.MalformedJson),
        ([0xFF, 0xFE, 0x00, 0x80], MappingFailureReason.MalformedJson),
        (Utf8("[]"), MappingFailureReason.NotAnObject),
        ([], MappingFailureReason.EmptyRecord),
        (Utf8(" "), MappingFailureReason.EmptyRecord),
        (Utf8("""{"DeviceID":"no-time","a_measure":1}"""), MappingFailureReason.MissingTime),
        (Utf8("""{"Time":"yesterday","DeviceID":"text-time","a_measure":1}"""), MappingFailureReason.InvalidTime),
        (Utf8("""{"Time":-1,"DeviceID":"before-1970","a_measure":1}"""), MappingFailureReason.TimeOutOfRange),
        (Utf8($$"""{"Time":{{Now}}000000,"DeviceID":"absurd","a_measure":1}"""), MappingFailureReason.TimeOutOfRange),
        (Utf8($$"""{"Time":{{Now}},"a_measure":1}"""), MappingFailureReason.MissingDimension),
        (Utf8($$"""{"Time":{{Now}},"DeviceID":"none"}"""), MappingFailureReason.MissingMeasure),
        (Utf8($$"""{"Time":{{Now}},"DeviceID":"nan","a_measure":"NaN"}"""), MappingFailureReason.NotANumber),
        (Utf8($$"""{"Time":{{Now}},"DeviceID":"text","a_measure":"hot"}"""), MappingFailureReason.WrongType),
        (Huge(), MappingFailureReason.InvalidValue),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_bad_record_is_dead_lettered_with_its_reason_and_bytes_and_the_good_ones_go_on()
    {
        await using var pipeline = await RunningPipeline.StartAsync(["--Simulator:Devices=0"], Token);
        await pipeline.Kinesis.UpdateMaxRecordSizeAsync(
            new UpdateMaxRecordSizeRequest
            {
                StreamARN = await StreamArnAsync(pipeline),
                MaxRecordSizeInKiB = 4096,
            },
            Token);

        for (var index = 0; index < Bad.Length; index++)
        {
            await PutAsync(pipeline, Bad[index].Bytes);
            await PutAsync(pipeline, Good(index));
        }

        await Eventually.UntilAsync(
            async () => await pipeline.Table.CountAsync(Token) >= Bad.Length, RunningPipeline.Patience);
        await Eventually.UntilAsync(
            async () => (await DeadLettersAsync(pipeline)).Count >= Bad.Length, RunningPipeline.Patience);

        var rows = await pipeline.Table.QueryAsync(
            $"""
            SELECT DeviceID, measure_value::double FROM {TimestreamTable.Name} WHERE measure_name = 'index_measure'
            """,
            Token);
        Assert.Equal(
            Enumerable.Range(0, Bad.Length).Select(index => $"good {index}.0").Order(StringComparer.Ordinal),
            rows.Select(row => $"{row[0]} {row[1]}").Order(StringComparer.Ordinal));
        var deadLetters = await DeadLettersAsync(pipeline);
        Assert.Equal(
            Bad.Select(bad => (bad.Reason.ToString(), Convert.ToHexString(bad.Bytes))).Order(),
            deadLetters.Select(letter => (letter.Reason, Convert.ToHexString(letter.Data.Span))).Order());
    }

    [Fact]
    public async Task Bad_and_oversized_records_reach_the_lake_untouched()
    {
        await using var pipeline = await RunningPipeline.StartAsync(["--Simulator:Devices=0"], Token);
        await pipeline.Kinesis.UpdateMaxRecordSizeAsync(
            new UpdateMaxRecordSizeRequest
            {
                StreamARN = await StreamArnAsync(pipeline),
                MaxRecordSizeInKiB = 4096,
            },
            Token);
        foreach (var (bytes, _) in Bad)
        {
            await PutAsync(pipeline, bytes);
        }

        await Eventually.UntilAsync(
            async () => (await LakeAsync(pipeline)).Count >= Bad.Length, RunningPipeline.Patience);

        var expected = Bad.Select(bad => Encoding.Latin1.GetString(bad.Bytes));
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await LakeAsync(pipeline)).Order(StringComparer.Ordinal));
    }

    private static async Task<string> StreamArnAsync(RunningPipeline pipeline)
    {
        var summary = await pipeline.Kinesis.DescribeStreamSummaryAsync(
            new DescribeStreamSummaryRequest { StreamName = RunningPipeline.Stream }, Token);
        return summary.StreamDescriptionSummary.StreamARN;
    }

    private static async Task PutAsync(RunningPipeline pipeline, byte[] bytes)
    {
        using var data = new MemoryStream(bytes);
        await pipeline.Kinesis.PutRecordAsync(
            new PutRecordRequest { StreamName = RunningPipeline.Stream, PartitionKey = "device", Data = data }, Token);
    }

    private static async Task<List<DeadLetter>> DeadLettersAsync(RunningPipeline pipeline) =>
        [.. (await pipeline.Lake.ObjectsAsync("dead-letters/", Token))
            .Select(item => JsonSerializer.Deserialize(item.Content, DeadLetterJsonContext.Default.DeadLetter)!)];

    private static Task<List<string>> LakeAsync(RunningPipeline pipeline) =>
        pipeline.Lake.LinesAsync("telemetry/", Token);

    private static byte[] Good(int index) =>
        Utf8($$"""{"Time":{{Now + index}},"DeviceID":"good","index_measure":{{index}}}""");

    private static byte[] Huge()
    {
        var start = $$"""{"Time":{{Now}},"a_measure":1,"DeviceID":" """;
        return Utf8(start + new string('x', TwoMebibytes - start.Length - 2) + "\"}");
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
