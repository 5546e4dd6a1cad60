using System.Text.Json;
using Amazon.Kinesis;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>StartStreamEncryption and StopStreamEncryption.</summary>
public sealed class StreamEncryptionTests : KinesisTest
{
    private const string Key = "alias/aws/kinesis";

    [Fact]
    public async Task An_encrypted_stream_says_so_wherever_AWS_does()
    {
        await CreateStreamAsync();

        await ChangeAsync("StartStreamEncryption");

        var summary = await SummaryAsync();
        Assert.Equal("KMS", summary.GetProperty("EncryptionType").GetString());
        Assert.Equal(Key, summary.GetProperty("KeyId").GetString());
        Assert.Equal(EncryptionType.KMS, (await PutAsync("one")).EncryptionType);
        Assert.Equal(EncryptionType.KMS, (await PutAsync([Entry("two")])).EncryptionType);
        var records = (await ReadAsync(await IteratorAsync("TRIM_HORIZON"))).Records;
        Assert.All(records, record => Assert.Equal(EncryptionType.KMS, record.EncryptionType));
    }

    [Fact]
    public async Task Records_from_before_the_start_are_not_reported_as_encrypted()
    {
        await CreateStreamAsync();
        await PutAsync("before");
        Clock.Advance(TimeSpan.FromSeconds(1));

        await ChangeAsync("StartStreamEncryption");
        await PutAsync("after");

        var records = (await ReadAsync(await IteratorAsync("TRIM_HORIZON"))).Records;
        Assert.Equal([null, "KMS"], records.Select(record => record.EncryptionType?.Value));
    }

    [Fact]
    public async Task A_stopped_encryption_leaves_no_key()
    {
        await CreateStreamAsync();
        await ChangeAsync("StartStreamEncryption");

        await ChangeAsync("StopStreamEncryption");
        await RestartAsync();

        var summary = await SummaryAsync();
        Assert.Equal("NONE", summary.GetProperty("EncryptionType").GetString());
        Assert.False(summary.TryGetProperty("KeyId", out _));
        Assert.Null((await PutAsync("plain")).EncryptionType);
    }

    [Fact]
    public async Task The_26th_key_within_24_hours_is_refused()
    {
        await CreateStreamAsync();
        for (var i = 0; i < 25; i++)
        {
            await ChangeAsync("StartStreamEncryption");
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var (type, _) = await RefusedAsync("StartStreamEncryption", Request("KMS"));

        Assert.Equal("LimitExceededException", type);
    }

    [Theory]
    [InlineData("StartStreamEncryption", "NONE", "InvalidArgumentException")]
    [InlineData("StopStreamEncryption", "AES", "ValidationException")]
    public async Task Other_types_than_KMS_are_refused(string operation, string encryptionType, string expected)
    {
        await CreateStreamAsync();

        var (type, _) = await RefusedAsync(operation, Request(encryptionType));

        Assert.Equal(expected, type);
    }

    private static object Request(string encryptionType) =>
        new { StreamName = Stream, EncryptionType = encryptionType, KeyId = Key };

    private Task<JsonElement> ChangeAsync(string operation) => CallAsync(operation, Request("KMS"));

    private async Task<JsonElement> SummaryAsync() =>
        (await CallAsync("DescribeStreamSummary", new { StreamName = Stream }))
        .GetProperty("StreamDescriptionSummary");
}
