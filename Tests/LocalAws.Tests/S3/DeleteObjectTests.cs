using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class DeleteObjectTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_deleted_object_is_gone_and_its_content_leaves_the_disk()
    {
        var files = ContentFiles();
        await PutAsync("a", "1");

        await S3.DeleteObjectAsync(Bucket, "a", Cancellation);

        await AssertMissingAsync("a");
        Assert.Equal(files, ContentFiles());
    }

    [Fact]
    public async Task Deleting_what_is_not_there_succeeds()
    {
        var response = await S3.DeleteObjectAsync(Bucket, "a", Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, response.HttpStatusCode);
    }

    [Fact]
    public Task A_key_that_is_too_long_is_refused() => AssertRefusedAsync(
        "KeyTooLongError",
        HttpStatusCode.BadRequest,
        () => S3.DeleteObjectAsync(Bucket, new string('k', 1025), Cancellation));

    [Fact]
    public async Task If_match_with_another_tag_keeps_the_object()
    {
        await PutAsync("a", "1");

        using var response = await SendAsync(HttpMethod.Delete, $"/{Bucket}/a", null, ("If-Match", "\"other\""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal("1", await GetAsync("a"));
    }
}
