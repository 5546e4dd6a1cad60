using System.Net;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>GET and HEAD of one part by its number, and ranges of objects that were uploaded in parts.</summary>
public sealed class GetObjectPartTests(S3Fixture fixture) : S3Test(fixture)
{
    private const int FullPartBytes = 5 * 1024 * 1024;

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_part_is_sent_as_a_range_with_the_number_of_parts(string method)
    {
        await PutPartsAsync("a", FullPart(1), FullPart(2), "end"u8.ToArray());

        using var response = await SendAsync(new HttpMethod(method), $"/{Bucket}/a?partNumber=3");

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("3", response.Headers.GetValues("x-amz-mp-parts-count").Single());
        Assert.Equal(
            $"bytes {2 * FullPartBytes}-{(2 * FullPartBytes) + 2}/{(2 * FullPartBytes) + 3}",
            response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(method == "GET" ? "end" : "", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_object_of_one_piece_is_its_only_part()
    {
        await PutAsync("a", "content");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a?partNumber=1");

        Assert.Equal("content", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.False(response.Headers.Contains("x-amz-mp-parts-count"));
    }

    [Theory]
    [InlineData("partNumber=2", null, "InvalidPartNumber", HttpStatusCode.RequestedRangeNotSatisfiable)]
    [InlineData("partNumber=0", null, "InvalidArgument", HttpStatusCode.BadRequest)]
    [InlineData("partNumber=1", "bytes=0-0", "InvalidRequest", HttpStatusCode.BadRequest)]
    public async Task A_part_that_cannot_be_sent_is_refused(
        string query, string? range, string code, HttpStatusCode status)
    {
        await PutAsync("a", "content");

        using var response = await SendAsync(
            HttpMethod.Get, $"/{Bucket}/a?{query}", null, range is null ? [] : [("Range", range)]);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_range_may_lie_across_parts()
    {
        var (one, two) = (FullPart(1), FullPart(2));
        await PutPartsAsync("a", one, two, [1, 2, 3]);
        byte[] whole = [.. one, .. two, 1, 2, 3];

        foreach (var (first, last) in ((int, int)[])[(one.Length - 2, one.Length + 1), (1, whole.Length - 2), (5, 5)])
        {
            using var response = await SendAsync(
                HttpMethod.Get, $"/{Bucket}/a", null, ("Range", $"bytes={first}-{last}"));
            Assert.Equal(whole[first..(last + 1)], await response.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Fact]
    public async Task A_reader_gets_the_object_it_began_with_to_its_end()
    {
        var before = ContentFiles().Length;
        byte[][] parts = [FullPart(1), FullPart(2), FullPart(3)];
        await PutPartsAsync("a", parts);
        using var response = await S3.GetObjectAsync(Bucket, "a", Cancellation);
        await response.ResponseStream.ReadExactlyAsync(new byte[1], Cancellation);

        await S3.DeleteObjectAsync(Bucket, "a", Cancellation);

        using var rest = new MemoryStream();
        await response.ResponseStream.CopyToAsync(rest, Cancellation);
        Assert.Equal(parts.SelectMany(part => part).Skip(1), rest.ToArray());
        await Eventually.UntilAsync(() => ContentFiles().Length == before);
    }
}
