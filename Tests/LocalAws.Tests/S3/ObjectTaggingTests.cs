using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>GetObjectTagging, PutObjectTagging, DeleteObjectTagging and the header of PutObject.</summary>
public sealed class ObjectTaggingTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Tags_are_replaced_counted_and_removed_without_changing_the_object()
    {
        var put = await PutAsync("a", "content");
        await PutTagsAsync(("project", "lake"), ("naïve key", "ü +/=:@-_."));
        await PutTagsAsync(("project", "other"));

        using (var read = await S3.GetObjectAsync(Bucket, "a", Cancellation))
        {
            Assert.Equal((1, put.ETag), (read.TagCount, read.ETag));
        }

        Assert.Equal([("project", "other")], await GetTagsAsync());
        await S3.DeleteObjectTaggingAsync(new() { BucketName = Bucket, Key = "a" }, Cancellation);
        Assert.Empty(await GetTagsAsync());
    }

    [Fact]
    public async Task Tags_come_with_the_object_in_a_header()
    {
        using var put = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a",
            new StringContent("1"),
            ("x-amz-tagging", "project=lake&a%20b=c%3Dd&empty="));

        Assert.Equal([("project", "lake"), ("a b", "c=d"), ("empty", "")], await GetTagsAsync());
    }

    [Fact]
    public async Task An_object_written_again_has_no_tags()
    {
        await PutAsync("a", "1");
        await PutTagsAsync(("project", "lake"));

        await PutAsync("a", "2");

        Assert.Empty(await GetTagsAsync());
    }

    [Theory]
    [InlineData("a=1&a=2", "InvalidTag")]
    [InlineData("=1", "InvalidTag")]
    [InlineData("aws:x=1", "InvalidTag")]
    [InlineData("a%3C=1", "InvalidTag")]
    [InlineData("1=&2=&3=&4=&5=&6=&7=&8=&9=&10=&11=", "BadRequest")]
    public async Task Tags_against_the_rules_are_refused(string tags, string code)
    {
        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a", new StringContent("1"), ("x-amz-tagging", tags));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("<Tagging/>")]
    [InlineData("<Tagging><TagSet><Tag><Key>k</Key></Tag></TagSet></Tagging>")]
    [InlineData("<Tagging><TagSet><Other/></TagSet></Tagging>")]
    [InlineData("")]
    public async Task A_document_that_is_no_tag_set_is_refused(string document)
    {
        await PutAsync("a", "1");

        using var response = await SendAsync(HttpMethod.Put, $"/{Bucket}/a?tagging", new StringContent(document));

        Assert.Equal("MalformedXML", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_refused()
    {
        await AssertRefusedAsync("NoSuchKey", HttpStatusCode.NotFound, GetTagsAsync);
        await AssertRefusedAsync("NoSuchKey", HttpStatusCode.NotFound, () => PutTagsAsync(("a", "b")));
    }

    private Task<PutObjectTaggingResponse> PutTagsAsync(params (string Key, string Value)[] tags)
    {
        var tagging = new Tagging { TagSet = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] };
        return S3.PutObjectTaggingAsync(
            new PutObjectTaggingRequest { BucketName = Bucket, Key = "a", Tagging = tagging }, Cancellation);
    }

    private async Task<List<(string Key, string Value)>> GetTagsAsync()
    {
        var response = await S3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = "a" }, Cancellation);
        return [.. (response.Tagging ?? []).Select(tag => (tag.Key, tag.Value))];
    }
}
