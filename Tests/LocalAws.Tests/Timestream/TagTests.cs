using System.Text.Json;
using AwsException = TelemetryAspire.LocalAws.Protocol.AwsException;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

public sealed class TagTests : TimestreamTest
{
    private const string DatabaseArn = "arn:aws:timestream:us-east-1:000000000000:database/TimestreamDB";
    private const string TableArn = DatabaseArn + "/table/TimestreamTable";

    [Fact]
    public async Task Tags_given_at_creation_are_kept_over_a_restart()
    {
        await CallAsync("CreateDatabase", """{"DatabaseName":"TimestreamDB","Tags":[{"Key":"team","Value":"fleet"}]}""");
        await CallAsync("CreateTable", """
            {"DatabaseName":"TimestreamDB","TableName":"TimestreamTable","Tags":[{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}]}
            """);

        await RestartAsync();

        Assert.Equal(["team=fleet"], await TagsAsync(DatabaseArn));
        Assert.Equal(["a=1", "b=2"], await TagsAsync(TableArn));
    }

    [Fact]
    public async Task A_tag_replaces_the_one_of_its_key_and_can_be_removed_twice()
    {
        await CreateTableAsync();
        await TagAsync(TableArn, ("team", "fleet"), ("stage", "test"));
        await TagAsync(TableArn, ("team", "lake"));

        Assert.Equal(["stage=test", "team=lake"], await TagsAsync(TableArn));

        var untag = $$"""{"ResourceARN":"{{TableArn}}","TagKeys":["stage"]}""";
        await CallAsync("UntagResource", untag);
        await CallAsync("UntagResource", untag);

        Assert.Equal(["team=lake"], await TagsAsync(TableArn));
    }

    [Fact]
    public async Task Fifty_tags_are_the_most()
    {
        await CreateTableAsync();
        await TagAsync(TableArn, [.. Enumerable.Range(0, 50).Select(index => ($"key-{index:D2}", "x"))]);

        var error = await Assert.ThrowsAnyAsync<AwsException>(() => TagAsync(TableArn, ("one-more", "x")));

        Assert.Equal("ServiceQuotaExceededException", error.Code);
    }

    [Fact]
    public async Task Tags_are_listed_in_pages()
    {
        await CreateTableAsync();
        await TagAsync(TableArn, ("a", "1"), ("b", "2"), ("c", "3"));

        var first = await CallAsync("ListTagsForResource", $$"""{"ResourceARN":"{{TableArn}}","MaxResults":2}""");
        var second = await CallAsync(
            "ListTagsForResource",
            $$"""{"ResourceARN":"{{TableArn}}","MaxResults":2,"NextToken":"{{first.GetProperty("NextToken")}}"}""");

        Assert.Equal(["a=1", "b=2"], Tags(first));
        Assert.Equal(["c=3"], Tags(second));
        Assert.False(second.TryGetProperty("NextToken", out _));
    }

    [Theory]
    [InlineData(DatabaseArn + "/table/absent", "ResourceNotFoundException")]
    [InlineData("arn:aws:timestream:us-east-1:000000000000:database/absent", "ResourceNotFoundException")]
    [InlineData("arn:aws:kinesis:us-east-1:000000000000:stream/readings", "ValidationException")]
    public async Task An_ARN_must_name_something_of_Timestream(string arn, string code)
    {
        await CreateTableAsync();

        var error = await RefusedAsync("ListTagsForResource", $$"""{"ResourceARN":"{{arn}}"}""");

        Assert.Equal(code, error.Code);
    }

    [Theory]
    [InlineData("""{"Key":"aws:team","Value":"x"}""", "'aws:' is reserved")]
    [InlineData("""{"Key":"team","Value":""}""", "'tags.1.member.value'")]
    [InlineData("""{"Key":"te#am","Value":"x"}""", "'tags.1.member.key'")]
    [InlineData("""{"Key":"a","Value":"x"},{"Key":"a","Value":"y"}""", "'a' is given more than once")]
    public async Task A_tag_that_breaks_a_rule_is_refused_by_name(string tags, string message)
    {
        await CreateTableAsync();

        var error = await RefusedAsync("TagResource", $$"""{"ResourceARN":"{{TableArn}}","Tags":[{{tags}}]}""");

        Assert.Equal("ValidationException", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Tags(JsonElement answer) => answer.GetProperty("Tags").EnumerateArray()
        .Select(tag => $"{tag.GetProperty("Key")}={tag.GetProperty("Value")}");

    private async Task<IEnumerable<string>> TagsAsync(string arn) =>
        Tags(await CallAsync("ListTagsForResource", $$"""{"ResourceARN":"{{arn}}"}"""));

    private async Task TagAsync(string arn, params (string Key, string Value)[] tags)
    {
        var list = string.Join(',', tags.Select(tag => $$"""{"Key":"{{tag.Key}}","Value":"{{tag.Value}}"}"""));
        await CallAsync("TagResource", $$"""{"ResourceARN":"{{arn}}","Tags":[{{list}}]}""");
    }
}
