using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class EncryptionTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    private const string KeyArn = "arn:aws:kms:us-east-1:000000000000:key/0f2b";

    [Fact]
    public async Task Encryption_is_off_until_started_and_puts_say_so()
    {
        await CreateAsync();
        Assert.Equal("""{"Status":"DISABLED"}""", await StatusAsync());
        Assert.False((await PutAsync("a")).Encrypted);

        await CallAsync("StartDeliveryStreamEncryption", new { });

        Assert.Equal("""{"Status":"ENABLED","KeyType":"AWS_OWNED_CMK"}""", await StatusAsync());
        Assert.True((await PutAsync("a")).Encrypted);
    }

    [Fact]
    public async Task The_key_can_be_changed_and_encryption_stopped()
    {
        await CreateAsync();
        await StartAsync("AWS_OWNED_CMK", null);
        await StartAsync("CUSTOMER_MANAGED_CMK", KeyArn);
        await RestartAsync();
        Assert.Equal(
            $$"""{"Status":"ENABLED","KeyType":"CUSTOMER_MANAGED_CMK","KeyARN":"{{KeyArn}}"}""", await StatusAsync());

        await CallAsync("StopDeliveryStreamEncryption", new { });

        Assert.Equal("""{"Status":"DISABLED"}""", await StatusAsync());
        Assert.False((await PutAsync("a")).Encrypted);
    }

    [Fact]
    public async Task A_delivery_stream_can_be_created_encrypted()
    {
        await CallAsync("CreateDeliveryStream", new
        {
            S3DestinationConfiguration = new
            {
                RoleARN = "arn:aws:iam::000000000000:role/firehose",
                BucketARN = "arn:aws:s3:::" + Bucket,
            },
            DeliveryStreamEncryptionConfigurationInput = new { KeyType = "CUSTOMER_MANAGED_CMK", KeyARN = KeyArn },
        });

        Assert.Contains("CUSTOMER_MANAGED_CMK", await StatusAsync());
    }

    [Theory]
    [InlineData("CUSTOMER_MANAGED_CMK", null, "InvalidArgumentException", "needs a KeyARN")]
    [InlineData("AWS_OWNED_CMK", KeyArn, "InvalidArgumentException", "takes no KeyARN")]
    [InlineData("MY_CMK", null, "ValidationException", "Member must satisfy enum value set")]
    [InlineData("CUSTOMER_MANAGED_CMK", "key", "ValidationException", "Member must satisfy regular expression pattern")]
    public async Task A_key_against_the_rules_is_refused(string keyType, string? keyArn, string error, string why)
    {
        await CreateAsync();

        var (type, message) = await RefusedAsync("StartDeliveryStreamEncryption", Request(keyType, keyArn));

        Assert.Equal(error, type);
        Assert.Contains(why, message);
    }

    [Fact]
    public async Task It_starts_and_stops_25_times_in_24_hours()
    {
        await CreateAsync();
        for (var call = 0; call < 25; call++)
        {
            await CallAsync(call % 2 == 0 ? "StartDeliveryStreamEncryption" : "StopDeliveryStreamEncryption", new { });
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var (type, _) = await RefusedAsync("StopDeliveryStreamEncryption", new { });
        Assert.Equal("LimitExceededException", type);

        Clock.Advance(TimeSpan.FromHours(24));
        await CallAsync("StopDeliveryStreamEncryption", new { });
    }

    private async Task StartAsync(string keyType, string? keyArn) =>
        await CallAsync("StartDeliveryStreamEncryption", Request(keyType, keyArn));

    private static JsonElement Request(string keyType, string? keyArn) => JsonSerializer.SerializeToElement(
        new { DeliveryStreamEncryptionConfigurationInput = new { KeyType = keyType, KeyARN = keyArn } });

    private async Task<string> StatusAsync() =>
        (await DescribeAsync()).GetProperty("DeliveryStreamEncryptionConfiguration").GetRawText();
}
