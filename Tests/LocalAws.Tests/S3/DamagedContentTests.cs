using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>What a client hears when something else changed the data directory.</summary>
public sealed class DamagedContentTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_shortened_file_is_an_error_before_the_first_byte()
    {
        var before = ContentFiles();
        await PutAsync("a", "content");
        Truncate(ContentFiles().Except(before).Single());

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("data directory", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_missing_file_is_an_error_and_the_object_can_be_written_again()
    {
        var before = ContentFiles();
        await PutAsync("a", "content");
        File.Delete(ContentFiles().Except(before).Single());
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);

        await PutAsync("a", "again");

        Assert.Equal("again", await GetAsync("a"));
    }

    [Fact]
    public async Task Damage_of_one_part_leaves_the_others_readable()
    {
        var before = ContentFiles();
        await PutPartsAsync("a", FullPart(1), "end"u8.ToArray());
        Truncate(ContentFiles().Except(before).Single(file => new FileInfo(file).Length == 3));

        using var damaged = await SendAsync(HttpMethod.Get, $"/{Bucket}/a");
        using var intact = await SendAsync(HttpMethod.Get, $"/{Bucket}/a?partNumber=1");

        Assert.Equal(HttpStatusCode.InternalServerError, damaged.StatusCode);
        Assert.Equal(FullPart(1), await intact.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_copy_of_damaged_content_is_an_error_and_makes_no_object()
    {
        var before = ContentFiles();
        await PutAsync("a", "content");
        Truncate(ContentFiles().Except(before).Single());

        using var copy = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/b", null, ("x-amz-copy-source", $"/{Bucket}/a"));

        Assert.Equal(HttpStatusCode.InternalServerError, copy.StatusCode);
        await AssertMissingAsync("b");
    }

    private static void Truncate(string path)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length - 1);
    }
}
