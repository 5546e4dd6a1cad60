namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class UpdateDestinationTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    private const string DestinationId = "destinationId-000000000001";

    [Fact]
    public async Task What_is_given_replaces_and_the_rest_stays()
    {
        await CreateAsync(destination => destination.FileExtension = ".jsonl");
        Clock.Advance(TimeSpan.FromSeconds(5));

        await UpdateAsync(new { CompressionFormat = "GZIP", Prefix = "new/" });

        var description = await DescribeAsync();
        Assert.Equal("2", description.GetProperty("VersionId").GetString());
        Assert.Equal(
            Clock.GetUtcNow().ToUnixTimeSeconds(), description.GetProperty("LastUpdateTimestamp").GetDecimal());
        var destination = description.GetProperty("Destinations")[0].GetProperty("ExtendedS3DestinationDescription");
        Assert.Equal("GZIP", destination.GetProperty("CompressionFormat").GetString());
        Assert.Equal("new/", destination.GetProperty("Prefix").GetString());
        Assert.Equal(".jsonl", destination.GetProperty("FileExtension").GetString());
        Assert.Equal(60, destination.GetProperty("BufferingHints").GetProperty("IntervalInSeconds").GetInt32());
    }

    [Fact]
    public async Task What_was_buffered_goes_by_the_old_settings_and_what_comes_by_the_new_ones()
    {
        await CreateAsync();
        await PutAsync("old");

        await UpdateAsync(new { Prefix = "new/", BufferingHints = new { SizeInMBs = 1, IntervalInSeconds = 30 } });
        await PutAsync("new");
        Clock.Advance(TimeSpan.FromSeconds(30));

        var keys = await WaitForKeysAsync(2);
        var (old, fresh) = (keys.Single(key => key.StartsWith("data/")), keys.Single(key => key.StartsWith("new/")));
        Assert.Contains($"/{Stream}-1-", old);
        Assert.Contains($"/{Stream}-2-", fresh);
        Assert.Equal(("old", "new"), (await ReadTextAsync(old), await ReadTextAsync(fresh)));
    }

    [Fact]
    public async Task The_new_settings_survive_a_restart()
    {
        await CreateAsync();
        await UpdateAsync(new { Prefix = "new/" });
        await RestartAsync();

        await PutAsync("record");
        Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.StartsWith("new/", Assert.Single(await WaitForKeysAsync(1)));
        Assert.Equal("2", (await DescribeAsync()).GetProperty("VersionId").GetString());
    }

    [Fact]
    public async Task What_was_collected_for_a_bucket_that_never_was_goes_to_the_corrected_one()
    {
        await CreateAsync(destination => destination.BucketARN = "arn:aws:s3:::no-such-bucket-" + Stream);
        await PutAsync("kept");
        Clock.Advance(TimeSpan.FromSeconds(60));

        await UpdateAsync(new { BucketARN = "arn:aws:s3:::" + Bucket });

        await Eventually.UntilAsync(async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            return (await ListKeysAsync()).Count == 1;
        });
        Assert.Equal("kept", await ReadTextAsync(Assert.Single(await ListKeysAsync())));
    }

    [Fact]
    public async Task A_version_that_is_not_the_present_one_is_refused()
    {
        await CreateAsync();
        await UpdateAsync(new { Prefix = "new/" });

        var (type, message) = await RefusedAsync("UpdateDestination", Request(new { Prefix = "late/" }, version: "1"));

        Assert.Equal("ConcurrentModificationException", type);
        Assert.StartsWith("The delivery stream is at version 2, not 1.", message);
    }

    [Fact]
    public async Task Another_destination_id_is_refused()
    {
        await CreateAsync();

        var (type, message) = await RefusedAsync(
            "UpdateDestination", Request(new { Prefix = "new/" }, destinationId: "destinationId-2"));

        Assert.Equal("InvalidArgumentException", type);
        Assert.Contains(DestinationId, message);
    }

    [Fact]
    public async Task An_update_that_makes_the_destination_invalid_changes_nothing()
    {
        await CreateAsync();

        var (type, _) = await RefusedAsync("UpdateDestination", Request(new { Prefix = "!{timestamp:yyyy}/" }));

        Assert.Equal("InvalidArgumentException", type);
        Assert.Equal("1", (await DescribeAsync()).GetProperty("VersionId").GetString());
    }

    [Fact]
    public async Task An_update_for_another_kind_of_destination_is_refused_by_name()
    {
        await CreateAsync();

        var (type, message) = await RefusedAsync(
            "UpdateDestination",
            new { CurrentDeliveryStreamVersionId = "1", DestinationId, SplunkDestinationUpdate = new { } });

        Assert.Equal("InvalidArgumentException", type);
        Assert.StartsWith("SplunkDestinationUpdate is not available in LocalAws; ", message);
    }

    [Fact]
    public async Task Missing_members_are_named_together()
    {
        var (type, message) = await RefusedAsync("UpdateDestination", new { });

        Assert.Equal("ValidationException", type);
        Assert.StartsWith("2 validation errors detected: Value null at 'currentDeliveryStreamVersionId'", message);
    }

    [Fact]
    public async Task The_deprecated_form_of_the_update_does_the_same()
    {
        await CreateAsync();

        await CallAsync(
            "UpdateDestination",
            new { CurrentDeliveryStreamVersionId = "1", DestinationId, S3DestinationUpdate = new { Prefix = "new/" } });

        var destination = (await DescribeAsync()).GetProperty("Destinations")[0];
        Assert.Equal("new/", destination.GetProperty("S3DestinationDescription").GetProperty("Prefix").GetString());
    }

    private async Task UpdateAsync(object update) => await CallAsync("UpdateDestination", Request(update));

    private static object Request(object update, string version = "1", string destinationId = DestinationId) => new
    {
        CurrentDeliveryStreamVersionId = version,
        DestinationId = destinationId,
        ExtendedS3DestinationUpdate = update,
    };
}
