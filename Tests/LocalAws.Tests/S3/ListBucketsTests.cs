using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ListBucketsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Pages_follow_one_another()
    {
        await S3.PutBucketAsync("paged-1", Cancellation);
        await S3.PutBucketAsync("paged-2", Cancellation);
        await S3.PutBucketAsync("paged-3", Cancellation);
        var request = new ListBucketsRequest { MaxBuckets = 2, Prefix = "paged-" };

        var first = await S3.ListBucketsAsync(request, Cancellation);
        request.ContinuationToken = first.ContinuationToken;
        var second = await S3.ListBucketsAsync(request, Cancellation);

        Assert.Equal(["paged-1", "paged-2"], first.Buckets.Select(bucket => bucket.BucketName));
        Assert.Equal(["paged-3"], second.Buckets.Select(bucket => bucket.BucketName));
        Assert.Null(second.ContinuationToken);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10001")]
    [InlineData("many")]
    public async Task A_page_size_that_is_none_is_refused(string size)
    {
        using var response = await SendAsync(HttpMethod.Get, "/?max-buckets=" + size);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("InvalidArgument", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_prefix_narrows_them()
    {
        var buckets = await S3.ListBucketsAsync(new ListBucketsRequest { Prefix = Bucket[..20] }, Cancellation);

        Assert.Equal([Bucket], buckets.Buckets.Select(bucket => bucket.BucketName));
    }

    [Fact]
    public async Task The_region_of_a_bucket_is_told_only_where_a_parameter_was_sent()
    {
        var all = await S3.ListBucketsAsync(new ListBucketsRequest(), Cancellation);
        var some = await S3.ListBucketsAsync(new ListBucketsRequest { Prefix = Bucket }, Cancellation);

        Assert.All(all.Buckets, bucket => Assert.Null(bucket.BucketRegion));
        Assert.Equal("us-east-1", Assert.Single(some.Buckets).BucketRegion);
    }

    [Fact]
    public async Task Directory_buckets_are_refused_rather_than_the_others_listed_in_their_place()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3express/aws4_request, Signature=0");

        using var response = await Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("directory buckets", await response.Content.ReadAsStringAsync(Cancellation));
    }
}
