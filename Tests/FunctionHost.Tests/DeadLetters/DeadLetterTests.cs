using System.Text.Json;
using TelemetryAspire.FunctionHost.DeadLetters;

namespace TelemetryAspire.FunctionHost.Tests.DeadLetters;

public sealed class DeadLetterTests
{
    private static readonly DeadLetter Letter = new()
    {
        Function = "ProcessTelemetry",
        StreamName = "stream",
        StreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/stream",
        ShardId = "shardId-000000000002",
        SequenceNumber = "123",
        PartitionKey = "device-1",
        ArrivalTime = new DateTimeOffset(2026, 1, 2, 23, 30, 0, TimeSpan.FromHours(-2)),
        Reason = "MalformedJson",
        Attempts = 1,
        DeadLetteredAt = Some.Arrival,
        Data = new byte[] { 0, 255, 10, 34 },
    };

    [Fact]
    public void The_key_is_made_of_function_arrival_date_in_UTC_shard_and_sequence_number() => Assert.Equal(
        "dead-letters/ProcessTelemetry/2026/01/03/shardId-000000000002/123", DeadLetterKey.Of(Letter, "dead-letters/"));

    [Fact]
    public void The_document_keeps_the_exact_bytes_and_reads_back_as_it_was()
    {
        var json = JsonSerializer.Serialize(Letter, DeadLetterJsonContext.Readable.DeadLetter);
        using var document = JsonDocument.Parse(json);
        var back = JsonSerializer.Deserialize(json, DeadLetterJsonContext.Default.DeadLetter)!;

        Assert.Equal("AP8KIg==", document.RootElement.GetProperty("Data").GetString());
        Assert.Equal(Letter.Data.ToArray(), back.Data.ToArray());
        Assert.Equal(Letter, back with { Data = Letter.Data });
    }

    [Fact]
    public void The_largest_record_fits()
    {
        var letter = Letter with { Data = new byte[10 * 1024 * 1024] };

        var json = JsonSerializer.SerializeToUtf8Bytes(letter, DeadLetterJsonContext.Default.DeadLetter);

        Assert.Equal(
            letter.Data.Length,
            JsonSerializer.Deserialize(json, DeadLetterJsonContext.Default.DeadLetter)!.Data.Length);
    }
}
