using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>AddTagsToStream, RemoveTagsFromStream, ListTagsForStream and tags at creation.</summary>
public sealed class StreamTagsTests : KinesisTest
{
    private static readonly string[] RemovedKeys = ["a", "not there"];

    [Fact]
    public async Task Tags_are_set_replaced_and_removed()
    {
        await CallAsync("CreateStream", new { StreamName = Stream, ShardCount = 1, Tags = new { a = "1", b = "2" } });

        await AddAsync(new() { ["b"] = "3", ["c"] = "" });
        await CallAsync("RemoveTagsFromStream", new { StreamName = Stream, TagKeys = RemovedKeys });
        await RestartAsync();

        Assert.Equal(["b=3", "c="], Tags(await CallAsync("ListTagsForStream", new { StreamName = Stream })));
    }

    [Fact]
    public async Task Tags_come_in_pages()
    {
        await CreateStreamAsync();
        await AddAsync(new() { ["a"] = "1", ["b"] = "2", ["c"] = "3" });

        var first = await CallAsync("ListTagsForStream", new { StreamName = Stream, Limit = 2 });
        var second = await CallAsync("ListTagsForStream", new { StreamName = Stream, ExclusiveStartTagKey = "b" });

        Assert.Equal(["a=1", "b=2"], Tags(first));
        Assert.True(first.GetProperty("HasMoreTags").GetBoolean());
        Assert.Equal(["c=3"], Tags(second));
        Assert.False(second.GetProperty("HasMoreTags").GetBoolean());
    }

    [Fact]
    public async Task More_than_50_tags_are_refused_and_none_of_them_is_set()
    {
        await CreateStreamAsync();
        await AddAsync(new() { ["first"] = "1" });

        var (type, message) = await RefusedAsync(
            "AddTagsToStream",
            new { StreamName = Stream, Tags = Enumerable.Range(0, 50).ToDictionary(i => $"tag{i}", _ => "") });

        Assert.Equal("InvalidArgumentException", type);
        Assert.Contains("cannot have more than 50 tags", message, StringComparison.Ordinal);
        Assert.Single(Tags(await CallAsync("ListTagsForStream", new { StreamName = Stream })));
    }

    [Theory]
    [InlineData("a%", "1", "InvalidArgumentException", "Some tags contain invalid characters.")]
    [InlineData("a", "1;", "InvalidArgumentException", "Some tags contain invalid characters.")]
    [InlineData("aws:a", "1", "InvalidArgumentException", "reserved for AWS")]
    [InlineData("", "1", "ValidationException", "Map keys must satisfy constraint")]
    public async Task Tags_that_AWS_does_not_take_are_refused(string key, string value, string type, string message)
    {
        await CreateStreamAsync();

        var refused = await RefusedAsync(
            "AddTagsToStream",
            new { StreamName = Stream, Tags = new Dictionary<string, string> { [key] = value } });

        Assert.Equal(type, refused.Type);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private Task<JsonElement> AddAsync(Dictionary<string, string> tags) =>
        CallAsync("AddTagsToStream", new { StreamName = Stream, Tags = tags });

    private static List<string> Tags(JsonElement response) =>
        [.. response.GetProperty("Tags").EnumerateArray()
            .Select(tag => $"{tag.GetProperty("Key")}={tag.GetProperty("Value")}")];
}
