using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class TagTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task Tags_are_set_replaced_and_removed_and_survive_a_restart()
    {
        await CreateAsync();
        await TagAsync(("team", "lake"), ("stage", "test"));
        await TagAsync(("stage", "live"), ("cost", ""));

        await CallAsync("UntagDeliveryStream", new { TagKeys = (string[])["team", "unknown"] });
        await RestartAsync();

        Assert.Equal("cost= stage=live", await ListAsync());
    }

    [Fact]
    public async Task Tags_of_the_creation_are_listed_page_by_page()
    {
        await CallAsync("CreateDeliveryStream", new
        {
            S3DestinationConfiguration = new
            {
                RoleARN = "arn:aws:iam::000000000000:role/firehose",
                BucketARN = "arn:aws:s3:::" + Bucket,
            },
            Tags = new object[] { new { Key = "b", Value = "2" }, new { Key = "a" }, new { Key = "c", Value = "3" } },
        });

        var first = await CallAsync("ListTagsForDeliveryStream", new { Limit = 2 });
        var second = await CallAsync("ListTagsForDeliveryStream", new { Limit = 2, ExclusiveStartTagKey = "b" });

        Assert.Equal("""[{"Key":"a"},{"Key":"b","Value":"2"}]""", first.GetProperty("Tags").GetRawText());
        Assert.True(first.GetProperty("HasMoreTags").GetBoolean());
        Assert.Equal("""[{"Key":"c","Value":"3"}]""", second.GetProperty("Tags").GetRawText());
        Assert.False(second.GetProperty("HasMoreTags").GetBoolean());
    }

    [Fact]
    public async Task A_delivery_stream_has_at_most_50_tags()
    {
        await CreateAsync();
        await TagAsync([.. Enumerable.Range(0, 50).Select(i => ($"key-{i}", ""))]);
        await TagAsync(("key-7", "again"));

        var (type, message) = await RefusedAsync("TagDeliveryStream", Request(("one-more", "")));

        Assert.Equal(("LimitExceededException", "A delivery stream can have 50 tags."), (type, message));
    }

    [Theory]
    [InlineData("aws:reserved", "Member must satisfy regular expression pattern: ^(?!aws:)")]
    [InlineData("", "Member must have length greater than or equal to 1")]
    [InlineData("no#hash", "Member must satisfy regular expression pattern")]
    public async Task A_key_against_the_rules_is_refused(string key, string why)
    {
        await CreateAsync();

        var (type, message) = await RefusedAsync("TagDeliveryStream", Request((key, "value")));

        Assert.Equal("ValidationException", type);
        Assert.Contains(why, message);
    }

    [Fact]
    public async Task A_key_given_twice_is_refused()
    {
        await CreateAsync();

        var (type, _) = await RefusedAsync("TagDeliveryStream", Request(("key", "1"), ("key", "2")));

        Assert.Equal("InvalidArgumentException", type);
    }

    [Theory]
    [InlineData("TagDeliveryStream", """{"Tags":[{"Key":"a"}]}""")]
    [InlineData("UntagDeliveryStream", """{"TagKeys":["a"]}""")]
    [InlineData("ListTagsForDeliveryStream", "{}")]
    public async Task A_delivery_stream_that_is_not_there_is_refused(string operation, string request)
    {
        var (type, message) = await RefusedAsync(operation, JsonSerializer.Deserialize<JsonElement>(request));

        Assert.Equal("ResourceNotFoundException", type);
        Assert.Equal($"Firehose {Stream} under account 000000000000 not found.", message);
    }

    private async Task TagAsync(params (string Key, string Value)[] tags) =>
        await CallAsync("TagDeliveryStream", Request(tags));

    private static object Request(params (string Key, string Value)[] tags) =>
        new { Tags = tags.Select(tag => new { tag.Key, tag.Value }) };

    private async Task<string> ListAsync()
    {
        var tags = (await CallAsync("ListTagsForDeliveryStream", new { })).GetProperty("Tags").EnumerateArray();
        return string.Join(' ', tags.Select(tag => $"{tag.GetProperty("Key")}={tag.GetProperty("Value")}"));
    }
}
