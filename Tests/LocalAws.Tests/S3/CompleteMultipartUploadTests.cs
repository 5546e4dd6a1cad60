using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using ChecksumAlgorithm = TelemetryAspire.LocalAws.S3.Checksums.ChecksumAlgorithm;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class CompleteMultipartUploadTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task The_object_is_its_parts_in_the_order_of_their_numbers()
    {
        var (first, last) = (FullPart(1), "the end"u8.ToArray());
        var upload = await BeginUploadAsync("a");
        var two = await UploadPartAsync(upload, 7, last);
        var one = await UploadPartAsync(upload, 3, first);

        var response = await CompleteAsync(upload, new PartETag(one), new PartETag(two));

        byte[] expected = [.. first, .. last];
        Assert.Equal(expected, await GetBytesAsync("a"));
        Assert.Equal($"\"{Convert.ToHexStringLower(Md5([.. Md5(first), .. Md5(last)]))}-2\"", response.ETag);
    }

    [Fact]
    public async Task Parts_that_are_not_listed_are_deleted()
    {
        var before = ContentFiles().Length;
        var upload = await BeginUploadAsync("a");
        var kept = await UploadPartAsync(upload, 1, [1]);
        await UploadPartAsync(upload, 2, [2]);

        await CompleteAsync(upload, new PartETag(kept));

        Assert.Equal([1], await GetBytesAsync("a"));
        Assert.Equal(before + 1, ContentFiles().Length);
    }

    [Fact]
    public async Task Parts_out_of_order_are_refused()
    {
        var upload = await BeginUploadAsync("a");
        var one = await UploadPartAsync(upload, 1, [1]);
        var two = await UploadPartAsync(upload, 2, [2]);

        using var response = await CompleteRawAsync(upload.Id, (2, two.ETag), (1, one.ETag));

        Assert.Equal("InvalidPartOrder", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(1, "\"d41d8cd98f00b204e9800998ecf8427e\"")]
    public async Task A_part_that_was_not_uploaded_so_is_refused(int number, string? etag)
    {
        var upload = await BeginUploadAsync("a");
        var part = await UploadPartAsync(upload, 1, [1]);

        await AssertRefusedAsync(
            "InvalidPart",
            HttpStatusCode.BadRequest,
            () => CompleteAsync(upload, new PartETag(number, etag ?? part.ETag)));
    }

    [Fact]
    public async Task A_part_below_5_MiB_that_is_not_the_last_is_refused_and_the_upload_stays()
    {
        var upload = await BeginUploadAsync("a");
        var one = await UploadPartAsync(upload, 1, FullPart(1)[1..]);
        var two = await UploadPartAsync(upload, 2, [2]);
        await AssertRefusedAsync(
            "EntityTooSmall",
            HttpStatusCode.BadRequest,
            () => CompleteAsync(upload, new PartETag(one), new PartETag(two)));

        await CompleteAsync(upload, new PartETag(two));

        Assert.Equal([2], await GetBytesAsync("a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<CompleteMultipartUpload/>")]
    [InlineData("<CompleteMultipartUpload><Part><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>")]
    [InlineData("<Other><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></Other>")]
    [InlineData("<CompleteMultipartUpload><Part>")]
    public async Task A_document_without_parts_is_refused(string document)
    {
        var upload = await BeginUploadAsync("a");

        using var response = await SendAsync(
            HttpMethod.Post, $"/{Bucket}/a?uploadId={upload.Id}", new StringContent(document));

        Assert.Equal("MalformedXML", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task Completing_again_gives_the_same_answer()
    {
        var upload = await BeginUploadAsync("a");
        var part = await UploadPartAsync(upload, 1, [1]);
        var first = await CompleteAsync(upload, new PartETag(part));

        var again = await CompleteAsync(upload, new PartETag(part));

        Assert.Equal(first.ETag, again.ETag);
    }

    [Fact]
    public async Task Completing_after_the_object_was_replaced_finds_no_upload()
    {
        var upload = await BeginUploadAsync("a");
        var part = await UploadPartAsync(upload, 1, [1]);
        await CompleteAsync(upload, new PartETag(part));
        await PutAsync("a", "newer");

        await AssertRefusedAsync(
            "NoSuchUpload", HttpStatusCode.NotFound, () => CompleteAsync(upload, new PartETag(part)));
    }

    [Fact]
    public async Task The_object_in_place_is_replaced_with_its_files()
    {
        var before = ContentFiles().Length;
        await PutPartsAsync("a", FullPart(1), [1]);
        await PutPartsAsync("a", FullPart(2), FullPart(3), [2]);
        Assert.Equal(before + 3, ContentFiles().Length);

        await PutAsync("a", "small");

        Assert.Equal(before + 1, ContentFiles().Length);
        Assert.Equal("small", await GetAsync("a"));
    }

    [Theory]
    [InlineData("CRC32", "FULL_OBJECT")]
    [InlineData("CRC32C", "FULL_OBJECT")]
    [InlineData("CRC64NVME", "FULL_OBJECT")]
    [InlineData("CRC32", "COMPOSITE")]
    [InlineData("SHA1", "COMPOSITE")]
    [InlineData("SHA256", "COMPOSITE")]
    public async Task The_checksum_is_that_of_the_whole_or_of_the_parts_checksums(string algorithm, string type)
    {
        byte[][] contents = [FullPart(1), FullPart(2), "end"u8.ToArray()];
        var uploadId = await BeginAsync(algorithm, type);
        var parts = await UploadAllAsync(uploadId, algorithm, contents);
        var expected = type == "FULL_OBJECT"
            ? Checksum(algorithm, [.. contents.SelectMany(content => content)])
            : Checksum(algorithm, [.. parts.SelectMany(part => Convert.FromBase64String(part.Checksum))]) + "-3";

        using var completed = await SendAsync(
            HttpMethod.Post, $"/{Bucket}/a?uploadId={uploadId}", Document(algorithm, parts));
        using var head = await SendAsync(HttpMethod.Head, $"/{Bucket}/a", null, ("x-amz-checksum-mode", "ENABLED"));

        Assert.Contains(
            $"<Checksum{algorithm}>{expected}</Checksum{algorithm}><ChecksumType>{type}</ChecksumType>",
            await completed.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(expected, head.Headers.GetValues($"x-amz-checksum-{algorithm.ToLowerInvariant()}").Single());
        Assert.Equal(type, head.Headers.GetValues("x-amz-checksum-type").Single());
    }

    [Theory]
    [InlineData("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", "BadDigest")]
    [InlineData("x-amz-checksum-type", "COMPOSITE", "InvalidRequest")]
    [InlineData("x-amz-mp-object-size", "4", "InvalidRequest")]
    [InlineData("x-amz-mp-object-size", "many", "InvalidRequest")]
    [InlineData("If-None-Match", "\"tag\"", "NotImplemented")]
    public async Task What_the_client_expects_of_the_object_must_hold(string header, string value, string code)
    {
        var uploadId = await BeginAsync("CRC64NVME", "FULL_OBJECT");
        var parts = await UploadAllAsync(uploadId, "CRC64NVME", "abc"u8.ToArray());

        using var response = await SendAsync(
            HttpMethod.Post, $"/{Bucket}/a?uploadId={uploadId}", Document("CRC64NVME", parts), (header, value));

        Assert.Equal(code, await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_composite_upload_must_list_the_checksum_of_each_part()
    {
        var uploadId = await BeginAsync("SHA256", "COMPOSITE");
        var parts = await UploadAllAsync(uploadId, "SHA256", [1]);

        using var response = await CompleteRawAsync(uploadId, (1, parts[0].ETag));

        Assert.Contains("It was missing for part 1", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task If_none_match_star_refuses_to_replace()
    {
        await PutAsync("a", "kept");
        var upload = await BeginUploadAsync("a");
        var part = await UploadPartAsync(upload, 1, [1]);
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "a",
            UploadId = upload.Id,
            PartETags = [new PartETag(part)],
            IfNoneMatch = "*",
        };

        await AssertRefusedAsync(
            "PreconditionFailed",
            HttpStatusCode.PreconditionFailed,
            () => S3.CompleteMultipartUploadAsync(request, Cancellation));
        Assert.Equal("kept", await GetAsync("a"));
    }

    private async Task<string> BeginAsync(string algorithm, string type)
    {
        var begun = await S3.InitiateMultipartUploadAsync(
            new()
            {
                BucketName = Bucket,
                Key = "a",
                ChecksumAlgorithm = Amazon.S3.ChecksumAlgorithm.FindValue(algorithm),
                ChecksumType = ChecksumType.FindValue(type),
            },
            Cancellation);
        return begun.UploadId;
    }

    private async Task<List<(string ETag, string Checksum)>> UploadAllAsync(
        string uploadId, string algorithm, params byte[][] contents)
    {
        var parts = new List<(string, string)>();
        foreach (var content in contents)
        {
            var checksum = Checksum(algorithm, content);
            using var response = await SendAsync(
                HttpMethod.Put,
                $"/{Bucket}/a?partNumber={parts.Count + 1}&uploadId={uploadId}",
                new ByteArrayContent(content),
                ($"x-amz-checksum-{algorithm.ToLowerInvariant()}", checksum));
            parts.Add((response.Headers.ETag!.Tag, checksum));
        }

        return parts;
    }

    private Task<HttpResponseMessage> CompleteRawAsync(string uploadId, params (int Number, string ETag)[] parts) =>
        SendAsync(
            HttpMethod.Post,
            $"/{Bucket}/a?uploadId={uploadId}",
            Document(parts.Select(part => $"<PartNumber>{part.Number}</PartNumber><ETag>{part.ETag}</ETag>")));

    private static StringContent Document(string algorithm, List<(string ETag, string Checksum)> parts) =>
        Document(parts.Select((part, i) =>
            $"<PartNumber>{i + 1}</PartNumber><ETag>{part.ETag}</ETag>"
            + $"<Checksum{algorithm}>{part.Checksum}</Checksum{algorithm}>"));

    private static StringContent Document(IEnumerable<string> parts) => new(
        "<CompleteMultipartUpload>"
        + string.Concat(parts.Select(part => $"<Part>{part}</Part>"))
        + "</CompleteMultipartUpload>");

    private static string Checksum(string algorithm, byte[] content)
    {
        using var checksum = ChecksumAlgorithm.FindByName(algorithm)!.Start();
        checksum.Append(content);
        return Convert.ToBase64String(checksum.Finish());
    }
}
