using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ListObjectVersionsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Each_object_has_one_version_named_null()
    {
        await PutAsync("a", "1");
        await PutAsync("b", "22");
        await PutAsync("b", "333");

        var listed = await S3.ListVersionsAsync(Bucket, Cancellation);

        Assert.Equal(
            [("a", "null", true, 1L), ("b", "null", true, 3L)],
            listed.Versions.Select(version =>
                (version.Key, version.VersionId, version.IsLatest!.Value, version.Size!.Value)));
    }

    [Fact]
    public async Task Pages_of_one_give_every_key_once()
    {
        foreach (var key in (string[])["a", "b/1", "b/2", "c"])
        {
            await PutAsync(key, "1");
        }

        var request = new ListVersionsRequest { BucketName = Bucket, MaxKeys = 1, Delimiter = "/" };
        var seen = new List<string>();
        ListVersionsResponse page;
        do
        {
            page = await S3.ListVersionsAsync(request, Cancellation);
            seen.AddRange([.. page.Versions?.Select(version => version.Key) ?? [], .. page.CommonPrefixes ?? []]);
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a", "b/", "c"], seen);
    }

    [Fact]
    public async Task The_version_null_is_read_and_deleted_and_another_is_refused()
    {
        await PutAsync("a", "1");
        await AssertRefusedAsync(
            "InvalidArgument",
            HttpStatusCode.BadRequest,
            () => S3.GetObjectAsync(Bucket, "a", "3HL4kqCxf3vjVBH40Nrjfkd", Cancellation));
        using (var read = await S3.GetObjectAsync(Bucket, "a", "null", Cancellation))
        {
            Assert.Equal(1, read.ContentLength);
        }

        var deleted = await S3.DeleteObjectsAsync(
            new() { BucketName = Bucket, Objects = [new KeyVersion { Key = "a", VersionId = "null" }] }, Cancellation);

        Assert.Equal("null", deleted.DeletedObjects.Single().VersionId);
        Assert.Empty((await S3.ListVersionsAsync(Bucket, Cancellation)).Versions ?? []);
    }
}
