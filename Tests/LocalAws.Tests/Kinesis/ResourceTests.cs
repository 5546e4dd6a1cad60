namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>Tags and policies by ARN: TagResource, UntagResource, ListTagsForResource and the policy operations.</summary>
public sealed class ResourceTests : KinesisTest
{
    private const string StreamArn = "arn:aws:kinesis:us-east-1:000000000000:stream/readings";
    private const string Policy = """{"Version":"2012-10-17","Statement":[]}""";

    private static readonly string[] RemovedKeys = ["a"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tags_are_set_removed_and_listed_by_the_ARN_of_a_stream_or_a_consumer(bool isConsumer)
    {
        var arn = await CreateAsync(isConsumer);

        await CallAsync("TagResource", new { ResourceARN = arn, Tags = new { a = "1", b = "2" } });
        await CallAsync("UntagResource", new { ResourceARN = arn, TagKeys = RemovedKeys });
        await RestartAsync();

        var tag = Assert.Single(
            (await CallAsync("ListTagsForResource", new { ResourceARN = arn })).GetProperty("Tags").EnumerateArray());
        Assert.Equal("b", tag.GetProperty("Key").GetString());
        Assert.Equal("2", tag.GetProperty("Value").GetString());
    }

    [Fact]
    public async Task Tags_of_a_stream_are_the_same_by_name_and_by_ARN()
    {
        await CreateStreamAsync();
        await CallAsync("AddTagsToStream", new { StreamName = Stream, Tags = new { a = "1" } });

        var tags = await CallAsync("ListTagsForResource", new { ResourceARN = StreamArn });

        Assert.Equal(1, tags.GetProperty("Tags").GetArrayLength());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_policy_is_kept_given_back_and_deleted(bool isConsumer)
    {
        var arn = await CreateAsync(isConsumer);

        await CallAsync("PutResourcePolicy", new { ResourceARN = arn, Policy });
        await RestartAsync();
        var kept = await CallAsync("GetResourcePolicy", new { ResourceARN = arn });
        await CallAsync("DeleteResourcePolicy", new { ResourceARN = arn });

        Assert.Equal(Policy, kept.GetProperty("Policy").GetString());
        Assert.Equal(
            "ResourceNotFoundException", (await RefusedAsync("GetResourcePolicy", new { ResourceARN = arn })).Type);
        Assert.Equal(
            "ResourceNotFoundException", (await RefusedAsync("DeleteResourcePolicy", new { ResourceARN = arn })).Type);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task A_text_that_is_no_policy_is_refused(string policy)
    {
        await CreateStreamAsync();

        var (type, _) = await RefusedAsync("PutResourcePolicy", new { ResourceARN = StreamArn, Policy = policy });

        Assert.Equal("InvalidArgumentException", type);
    }

    [Theory]
    [InlineData("readings", "ResourceNotFoundException")]
    [InlineData("readings/consumer/lake:1", "ResourceNotFoundException")]
    public async Task A_resource_that_does_not_exist_is_not_found(string path, string expected)
    {
        var (type, _) = await RefusedAsync(
            "ListTagsForResource", new { ResourceARN = "arn:aws:kinesis:us-east-1:000000000000:stream/" + path });

        Assert.Equal(expected, type);
    }

    [Fact]
    public async Task A_text_that_is_no_ARN_is_refused()
    {
        var (type, _) = await RefusedAsync("ListTagsForResource", new { ResourceARN = "readings" });

        Assert.Equal("ValidationException", type);
    }

    private async Task<string> CreateAsync(bool isConsumer)
    {
        await CreateStreamAsync();
        if (!isConsumer)
        {
            return StreamArn;
        }

        var response = await CallAsync(
            "RegisterStreamConsumer", new { StreamARN = StreamArn, ConsumerName = "lake" });
        return response.GetProperty("Consumer").GetProperty("ConsumerARN").GetString()!;
    }
}
