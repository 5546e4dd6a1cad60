using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>GetBucketTagging, PutBucketTagging and DeleteBucketTagging.</summary>
public sealed class BucketTaggingTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_bucket_without_tags_says_so_as_an_error()
    {
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}?tagging");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("NoSuchTagSet", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task Tags_are_replaced_and_removed()
    {
        await PutAsync("old", "1");
        await PutAsync("new", "2");

        Assert.Equal(["new"], (await GetAsync())!.TagSet.Select(tag => tag.Key));
        await S3.DeleteBucketTaggingAsync(Bucket, Cancellation);
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}?tagging");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_bucket_is_created_with_tags()
    {
        using var created = await CreateAsync("tagged-at-birth", "<Key>project</Key><Value>lake</Value>");
        using var again = await CreateAsync("tagged-at-birth", "<Key>project</Key><Value>other</Value>");

        Assert.Equal(HttpStatusCode.OK, created.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var tag = Assert.Single((await S3.GetBucketTaggingAsync(
            new GetBucketTaggingRequest { BucketName = "tagged-at-birth" }, Cancellation)).TagSet);
        Assert.Equal(("project", "lake"), (tag.Key, tag.Value));
    }

    [Fact]
    public async Task A_bucket_is_not_created_with_tags_against_the_rules()
    {
        using var response = await CreateAsync("tagged-wrongly", "<Key>aws:x</Key><Value>1</Value>");

        Assert.Equal("InvalidTag", await CreateBucketTests.ErrorCodeAsync(response));
        using var head = await SendAsync(HttpMethod.Head, "/tagged-wrongly");
        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    private static StringContent Configuration(string tag) => new(
        $"<CreateBucketConfiguration><Tags><Tag>{tag}</Tag></Tags></CreateBucketConfiguration>");

    private Task<HttpResponseMessage> CreateAsync(string bucket, string tag) =>
        SendAsync(HttpMethod.Put, "/" + bucket, Configuration(tag));

    private new Task<PutBucketTaggingResponse> PutAsync(string key, string value) => S3.PutBucketTaggingAsync(
        new PutBucketTaggingRequest { BucketName = Bucket, TagSet = [new Tag { Key = key, Value = value }] },
        Cancellation);

    private Task<GetBucketTaggingResponse> GetAsync() =>
        S3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = Bucket }, Cancellation);
}
