using System.Net;
using Amazon.Kinesis.Model;
using TelemetryAspire.LocalAws.Tests.S3;

namespace TelemetryAspire.LocalAws.Tests.Admin;

public sealed class SnapshotTests : AdminTest
{
    [Fact]
    public async Task What_was_there_comes_back_and_what_came_later_goes()
    {
        await PutAsync("before");
        await SaveAsync("base");
        await PutAsync("after");
        await CreateStreamAsync("later");

        await RestoreAsync("base");

        Assert.Equal(["before"], await ReadAllAsync());
        Assert.Equal([Stream], (await Kinesis.ListStreamsAsync(new ListStreamsRequest(), Cancellation)).StreamNames);
    }

    [Fact]
    public async Task Objects_come_back_with_their_content()
    {
        using var s3 = S3Test.CreateClient(LocalAws.Url);
        await s3.PutBucketAsync("lake", Cancellation);
        await s3.PutObjectAsync(new() { BucketName = "lake", Key = "a/b", ContentBody = "content" }, Cancellation);
        await SaveAsync("base");
        await s3.DeleteObjectAsync("lake", "a/b", Cancellation);

        await RestoreAsync("base");

        using var response = await s3.GetObjectAsync("lake", "a/b", Cancellation);
        using var reader = new StreamReader(response.ResponseStream);
        Assert.Equal("content", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task It_can_be_restored_again_and_again_and_after_a_reset_and_a_restart()
    {
        await PutAsync("kept");
        await SaveAsync("base");

        for (var i = 0; i < 2; i++)
        {
            await CallAsync("POST", "reset", "{}");
            await RestoreAsync("base");
            Assert.Equal(["kept"], await ReadAllAsync());
            await PutAsync("forgotten");
        }

        await LocalAws.RestartAsync();
        using var client = LocalAws.CreateClient();
        var list = await client.GetStringAsync("/_localaws/snapshots", Cancellation);
        Assert.Contains("base", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_again_replaces_it()
    {
        Assert.Equal(HttpStatusCode.Created, (await CallAsync("PUT", "snapshots/base", "{}")).StatusCode);
        await PutAsync("second");
        Assert.Equal(HttpStatusCode.OK, (await CallAsync("PUT", "snapshots/base", "{}")).StatusCode);

        await CallAsync("POST", "reset", "{}");
        await RestoreAsync("base");

        Assert.Equal(["second"], await ReadAllAsync());
        Assert.Single(SnapshotFolders());
    }

    [Fact]
    public async Task It_is_described_and_listed_by_name()
    {
        await SaveAsync("b");
        await SaveAsync("A");

        var list = (await CallAsync("GET", "snapshots")).Body!["snapshots"]!.AsArray();
        var one = (await CallAsync("GET", "snapshots/b")).Body!;

        Assert.Equal(["A", "b"], list.Select(entry => (string?)entry!["name"]));
        Assert.Equal(Clock.GetUtcNow(), (DateTimeOffset)one["createdAt"]!);
        Assert.InRange((long)one["sizeBytes"]!, 1, 100_000_000);
    }

    [Fact]
    public async Task A_deleted_one_is_gone_with_its_files()
    {
        await SaveAsync("base");

        Assert.Equal(HttpStatusCode.OK, (await CallAsync("DELETE", "snapshots/base")).StatusCode);

        Assert.Empty(SnapshotFolders());
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync("DELETE", "snapshots/base")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync("POST", "snapshots/base/restore", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync("GET", "snapshots/base")).StatusCode);
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("a%20b")]
    [InlineData("%C3%A4")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        var answer = await CallAsync("PUT", "snapshots/" + name, "{}");

        Assert.Equal((HttpStatusCode.BadRequest, "name"), (answer.StatusCode, answer.Member));
        Assert.Empty(SnapshotFolders());
    }

    private string[] SnapshotFolders()
    {
        var directory = Path.Combine(LocalAws.DataDirectory, "snapshots");
        return Directory.Exists(directory) ? Directory.GetDirectories(directory) : [];
    }

    private async Task SaveAsync(string name)
    {
        var answer = await CallAsync("PUT", "snapshots/" + name, "{}");
        Assert.True(answer.StatusCode == HttpStatusCode.Created, answer.Body?.ToJsonString());
    }

    private async Task RestoreAsync(string name)
    {
        var answer = await CallAsync("POST", $"snapshots/{name}/restore", "{}");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, answer.Body?.ToJsonString());
    }
}
