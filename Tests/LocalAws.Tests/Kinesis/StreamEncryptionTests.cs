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

    [Theory]
    [InlineData("alias/a/key_of-mine")]
    [InlineData("1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData("mrk-1234abcd12ab34cd56ef1234567890ab")]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    [InlineData("arn:aws-cn:kms:cn-north-1:123456789012:alias/mine")]
    public async Task A_key_may_be_named_by_id_alias_or_ARN(string key)
    {
        await CreateStreamAsync();

        await CallAsync("StartStreamEncryption", Request("KMS", key));

        Assert.Equal(key, (await SummaryAsync()).GetProperty("KeyId").GetString());
    }

    [Theory]
    [InlineData("key")]
    [InlineData("alias/")]
    [InlineData("aws/kinesis")]
    [InlineData("1234abcd-12ab-34cd-56ef")]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/alias/mine")]
    [InlineData("arn:aws:s3:::key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    public async Task A_name_that_no_key_can_have_is_refused(string key)
    {
        await CreateStreamAsync();

        var (type, message) = await RefusedAsync("StartStreamEncryption", Request("KMS", key));

        Assert.Equal("KMSNotFoundException", type);
        Assert.Contains(key, message, StringComparison.Ordinal);
    }

    private static object Request(string encryptionType, string key = Key) =>
        new { StreamName = Stream, EncryptionType = encryptionType, KeyId = key };

    private Task<JsonElement> ChangeAsync(string operation) => CallAsync(operation, Request("KMS"));

    private async Task<JsonElement> SummaryAsync() =>
        (await CallAsync("DescribeStreamSummary", new { StreamName = Stream }))
        .GetProperty("StreamDescriptionSummary");
}
