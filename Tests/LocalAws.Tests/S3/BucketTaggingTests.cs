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

    private new Task<PutBucketTaggingResponse> PutAsync(string key, string value) => S3.PutBucketTaggingAsync(
        new PutBucketTaggingRequest { BucketName = Bucket, TagSet = [new Tag { Key = key, Value = value }] },
        Cancellation);

    private Task<GetBucketTaggingResponse> GetAsync() =>
        S3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = Bucket }, Cancellation);
}
