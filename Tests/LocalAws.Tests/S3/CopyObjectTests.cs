using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class CopyObjectTests(S3Fixture fixture) : S3Test(fixture)
{
    [Theory]
    [InlineData("a")]
    [InlineData("a b+c%20/ü?&=#")]
    [InlineData("../up")]
    public async Task A_copy_has_content_headers_and_tags_of_its_source(string key)
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = "content" };
        put.ContentType = "text/csv";
        put.Metadata["x-amz-meta-device"] = "sensor-1";
        put.TagSet = [new Tag { Key = "project", Value = "lake" }];
        await S3.PutObjectAsync(put, Cancellation);
        var other = Bucket + "-copy";
        await S3.PutBucketAsync(other, Cancellation);

        await S3.CopyObjectAsync(Bucket, key, other, "copy", Cancellation);

        using var copy = await S3.GetObjectAsync(other, "copy", Cancellation);
        using var text = new StreamReader(copy.ResponseStream);
        Assert.Equal("content", await text.ReadToEndAsync(Cancellation));
        Assert.Equal(("text/csv", "sensor-1"), (copy.Headers.ContentType, copy.Metadata["x-amz-meta-device"]));
        Assert.Equal(1, copy.TagCount);
    }

    [Fact]
    public async Task Replacing_metadata_and_tags_takes_those_of_the_request()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "1", ContentType = "text/csv" };
        put.TagSet = [new Tag { Key = "old", Value = "1" }];
        await S3.PutObjectAsync(put, Cancellation);

        var copy = Copy("a", "b");
        copy.MetadataDirective = S3MetadataDirective.REPLACE;
        copy.TaggingDirective = TaggingDirective.REPLACE;
        copy.ContentType = "text/plain";
        copy.TagSet = [new Tag { Key = "new", Value = "2" }];
        await S3.CopyObjectAsync(copy, Cancellation);

        var head = await S3.GetObjectMetadataAsync(Bucket, "b", Cancellation);
        var tags = await S3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = "b" }, Cancellation);
        Assert.Equal("text/plain", head.Headers.ContentType);
        Assert.Equal("new", tags.Tagging.Single().Key);
    }

    [Fact]
    public async Task A_copy_onto_itself_must_change_something()
    {
        await PutAsync("a", "1");
        await AssertRefusedAsync(
            "InvalidRequest", HttpStatusCode.BadRequest, () => S3.CopyObjectAsync(Copy("a", "a"), Cancellation));

        var replace = Copy("a", "a");
        replace.MetadataDirective = S3MetadataDirective.REPLACE;
        replace.Metadata["x-amz-meta-new"] = "1";
        await S3.CopyObjectAsync(replace, Cancellation);

        Assert.Equal("1", await GetAsync("a"));
        Assert.Equal("1", (await S3.GetObjectMetadataAsync(Bucket, "a", Cancellation)).Metadata["x-amz-meta-new"]);
    }

    [Fact]
    public async Task A_copy_of_an_object_of_parts_is_one_object_with_the_md5_of_the_whole()
    {
        await PutPartsAsync("a", FullPart(1), [1]);

        var response = await S3.CopyObjectAsync(Copy("a", "b"), Cancellation);

        var content = await GetBytesAsync("b");
        Assert.Equal([.. FullPart(1), 1], content);
        Assert.Equal($"\"{Convert.ToHexStringLower(Md5(content))}\"", response.ETag);
    }

    [Fact]
    public async Task A_checksum_algorithm_may_be_chosen()
    {
        await PutAsync("a", "content");
        var copy = Copy("a", "b");
        copy.ChecksumAlgorithm = ChecksumAlgorithm.SHA256;

        var response = await S3.CopyObjectAsync(copy, Cancellation);

        Assert.Equal(ChecksumTests.Expected("SHA256", "content"), response.ChecksumSHA256);
    }

    [Theory]
    [InlineData("x-amz-copy-source-if-match", "\"other\"")]
    [InlineData("x-amz-copy-source-if-none-match", "*")]
    [InlineData("x-amz-copy-source-if-unmodified-since", "Thu, 01 Jan 2015 00:00:00 GMT")]
    [InlineData("x-amz-copy-source-if-modified-since", "Fri, 01 Jan 2100 00:00:00 GMT")]
    public async Task A_condition_on_the_source_that_does_not_hold_is_refused(string header, string value)
    {
        await PutAsync("a", "1");

        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/b", null, ("x-amz-copy-source", $"/{Bucket}/a"), (header, value));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
    }

    [Fact]
    public async Task If_none_match_star_refuses_to_replace_the_target()
    {
        await PutAsync("a", "1");
        await PutAsync("b", "kept");

        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/b", null, ("x-amz-copy-source", $"{Bucket}/a"), ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal("kept", await GetAsync("b"));
    }

    [Theory]
    [InlineData("missing-bucket/a", "NoSuchBucket")]
    [InlineData("{bucket}/missing", "NoSuchKey")]
    [InlineData("{bucket}/a?versionId=1", "InvalidArgument")]
    [InlineData("{bucket}", "InvalidArgument")]
    [InlineData("", "InvalidArgument")]
    [InlineData("{bucket}/%zz", "InvalidURI")]
    public async Task A_source_that_is_not_there_is_refused(string source, string code)
    {
        await PutAsync("a", "1");

        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/b", null, ("x-amz-copy-source", source.Replace("{bucket}", Bucket)));

        Assert.Equal(code, await CreateBucketTests.ErrorCodeAsync(response));
    }

    private CopyObjectRequest Copy(string source, string target) => new()
    {
        SourceBucket = Bucket,
        SourceKey = source,
        DestinationBucket = Bucket,
        DestinationKey = target,
    };
}
