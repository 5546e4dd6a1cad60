using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>
/// The requests of DuckDB's httpfs, one after another as it makes them: the extension is downloaded when it is used, so
/// a test cannot count on it.
/// </summary>
public sealed partial class DuckDbRequestsTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_file_is_opened_with_head_and_read_in_ranges()
    {
        var content = FullPart(1);
        await PutPartsAsync("lake/part.parquet", content, "PAR1"u8.ToArray());

        using var head = await SendAsync(HttpMethod.Head, $"/{Bucket}/lake/part.parquet");
        var length = head.Content.Headers.ContentLength!.Value;
        using var footer = await SendAsync(
            HttpMethod.Get,
            $"/{Bucket}/lake/part.parquet",
            null,
            ("Range", $"bytes={length - 8}-{length - 1}"),
            ("If-Match", head.Headers.ETag!.Tag));

        Assert.Equal("bytes", head.Headers.AcceptRanges.Single());
        Assert.NotNull(head.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.PartialContent, footer.StatusCode);
        Assert.EndsWith("PAR1", Encoding.Latin1.GetString(await footer.Content.ReadAsByteArrayAsync(Cancellation)));
    }

    [Fact]
    public async Task A_glob_lists_the_keys_behind_its_fixed_beginning()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            await PutAsync($"lake/year=2026/hour={hour}/a b.parquet", "1");
        }

        var seen = new List<string>();
        var token = "";
        do
        {
            using var page = await SendAsync(
                HttpMethod.Get,
                $"/{Bucket}/?encoding-type=url&list-type=2{token}&max-keys=2&prefix=lake%2Fyear%3D");
            var text = await page.Content.ReadAsStringAsync(Cancellation);
            seen.AddRange(Keys().Matches(text).Select(match => HttpUtility.UrlDecode(match.Groups[1].Value)));
            var next = Token().Match(text);
            token = next.Success ? $"&continuation-token={Uri.EscapeDataString(next.Groups[1].Value)}" : "";
        }
        while (token.Length > 0);

        Assert.Equal(Enumerable.Range(0, 3).Select(hour => $"lake/year=2026/hour={hour}/a b.parquet"), seen);
    }

    [Fact]
    public async Task A_copy_to_a_file_uploads_parts_and_lists_their_tags_unquoted()
    {
        using var begun = await SendAsync(
            HttpMethod.Post,
            $"/{Bucket}/out.parquet?uploads=",
            new ByteArrayContent([]) { Headers = { ContentType = new("application/octet-stream") } });
        var begunText = await begun.Content.ReadAsStringAsync(Cancellation);
        var uploadId = begunText.Split("<UploadId>")[1].Split("</UploadId>")[0];
        using var part = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/out.parquet?partNumber=1&uploadId={uploadId}",
            new ByteArrayContent(FullPart(1)));
        var document = new StringBuilder("<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
            .Append($"<Part><ETag>{part.Headers.ETag!.Tag}</ETag><PartNumber>1</PartNumber></Part>")
            .Append("</CompleteMultipartUpload>");

        using var completed = await SendAsync(
            HttpMethod.Post, $"/{Bucket}/out.parquet?uploadId={uploadId}", new StringContent(document.ToString()));

        Assert.Contains("<CompleteMultipartUploadResult", await completed.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(FullPart(1), await GetBytesAsync("out.parquet"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_404_to_head()
    {
        using var head = await SendAsync(HttpMethod.Head, $"/{Bucket}/missing.parquet");

        Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
    }

    [GeneratedRegex("<Key>(.*?)</Key>")]
    private static partial Regex Keys();

    [GeneratedRegex("<NextContinuationToken>(.*?)</NextContinuationToken>")]
    private static partial Regex Token();
}
