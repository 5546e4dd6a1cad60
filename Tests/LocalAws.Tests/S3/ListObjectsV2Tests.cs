using System.Net;
using System.Text;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ListObjectsV2Tests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Keys_come_in_the_order_of_their_utf8_bytes()
    {
        string[] keys = ["b", "a/2", "a", "Z", "a/1", "é", "\uFFFD", "\U0001F600", "a b", "a+b"];
        await PutAllAsync(keys);

        var listed = await ListAllAsync(new ListObjectsV2Request());

        var expected = keys.OrderBy(key => Convert.ToHexString(Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal);
        Assert.Equal(expected, listed.Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Pages_of_any_size_give_every_key_and_common_prefix_once(int pageSize)
    {
        await PutAllAsync("a", "b/1", "b/2", "b/3/x", "c", "d/", "d/1", "e");

        var listed = await ListAllAsync(new ListObjectsV2Request { Delimiter = "/", MaxKeys = pageSize });

        Assert.Equal(["a", "c", "e"], listed.Keys);
        Assert.Equal(["b/", "d/"], listed.CommonPrefixes);
    }

    [Fact]
    public async Task A_prefix_with_a_delimiter_lists_one_level()
    {
        await PutAllAsync("t/a", "t/b/1", "t/b/2", "t/c", "u", "t");

        var listed = await ListAllAsync(new ListObjectsV2Request { Prefix = "t/", Delimiter = "/" });

        Assert.Equal(["t/a", "t/c"], listed.Keys);
        Assert.Equal(["t/b/"], listed.CommonPrefixes);
    }

    [Fact]
    public async Task A_delimiter_may_be_several_characters()
    {
        await PutAllAsync("a--1", "a--2", "a-3");

        var listed = await ListAllAsync(new ListObjectsV2Request { Delimiter = "--" });

        Assert.Equal(["a-3"], listed.Keys);
        Assert.Equal(["a--"], listed.CommonPrefixes);
    }

    [Fact]
    public async Task A_prefix_ending_in_the_highest_code_point_finds_its_keys()
    {
        await PutAllAsync("a\U0010FFFF", "a\U0010FFFFz", "b", "\U0010FFFF");

        var listed = await ListAllAsync(new ListObjectsV2Request { Prefix = "a\U0010FFFF" });

        Assert.Equal(["a\U0010FFFF", "a\U0010FFFFz"], listed.Keys);
    }

    [Fact]
    public async Task Start_after_excludes_its_key()
    {
        await PutAllAsync("a", "b", "c");

        var listed = await ListAllAsync(new ListObjectsV2Request { StartAfter = "a" });

        Assert.Equal(["b", "c"], listed.Keys);
    }

    [Fact]
    public async Task A_page_of_none_is_not_truncated()
    {
        await PutAllAsync("a");

        var page = await S3.ListObjectsV2Async(new() { BucketName = Bucket, MaxKeys = 0 }, Cancellation);

        Assert.Equal(0, page.KeyCount);
        Assert.False(page.IsTruncated);
    }

    [Fact]
    public async Task A_page_that_ends_with_the_last_key_is_not_truncated()
    {
        await PutAllAsync("a", "b");

        var page = await S3.ListObjectsV2Async(new() { BucketName = Bucket, MaxKeys = 2 }, Cancellation);

        Assert.False(page.IsTruncated);
        Assert.Null(page.NextContinuationToken);
    }

    [Fact]
    public async Task Encoding_type_url_encodes_keys_and_prefixes()
    {
        await PutAllAsync("a b+c/é", "a b+c/1/x");

        using var response = await SendAsync(
            HttpMethod.Get, $"/{Bucket}?list-type=2&encoding-type=url&prefix=a%20b%2Bc%2F&delimiter=%2F");
        var document = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("<Prefix>a+b%2Bc/</Prefix>", document);
        Assert.Contains("<Key>a+b%2Bc/%C3%A9</Key>", document);
        Assert.Contains("<CommonPrefixes><Prefix>a+b%2Bc/1/</Prefix></CommonPrefixes>", document);
    }

    [Fact]
    public async Task An_entry_tells_size_tag_time_and_checksum_algorithm()
    {
        var put = await PutAsync("a", "12345");

        var entry = (await S3.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation)).S3Objects.Single();

        Assert.Equal(5, entry.Size);
        Assert.Equal(put.ETag, entry.ETag);
        Assert.NotNull(entry.LastModified);
        Assert.Equal("STANDARD", entry.StorageClass.Value);
        Assert.Equal(["CRC32"], entry.ChecksumAlgorithm);
    }

    [Theory]
    [InlineData("max-keys=-1")]
    [InlineData("max-keys=x")]
    [InlineData("continuation-token=***")]
    [InlineData("continuation-token=")]
    [InlineData("continuation-token=junk")]
    [InlineData("continuation-token=anVuaw==")]
    [InlineData("continuation-token=anVuay1qdW5r")]
    [InlineData("encoding-type=base64")]
    public async Task A_parameter_that_is_not_valid_is_refused(string query)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}?list-type=2&{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("InvalidArgument", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_missing_bucket_is_refused()
    {
        await AssertRefusedAsync(
            "NoSuchBucket",
            HttpStatusCode.NotFound,
            () => S3.ListObjectsV2Async(new() { BucketName = "missing" }, Cancellation));
    }

    private Task<PutObjectResponse[]> PutAllAsync(params string[] keys) =>
        Task.WhenAll(keys.Select(key => PutAsync(key, key)));

    private async Task<(List<string> Keys, List<string> CommonPrefixes)> ListAllAsync(ListObjectsV2Request request)
    {
        request.BucketName = Bucket;
        List<string> keys = [];
        List<string> commonPrefixes = [];
        ListObjectsV2Response page;
        do
        {
            page = await S3.ListObjectsV2Async(request, Cancellation);
            keys.AddRange((page.S3Objects ?? []).Select(entry => entry.Key));
            commonPrefixes.AddRange(page.CommonPrefixes ?? []);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
        return (keys, commonPrefixes);
    }
}
