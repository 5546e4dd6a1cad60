using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3.Model;
using ChecksumAlgorithm = TelemetryAspire.LocalAws.S3.Checksums.ChecksumAlgorithm;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ChecksumTests(S3Fixture fixture) : S3Test(fixture)
{
    /// <summary>
    /// The check values of the CRC catalogue (https://reveng.sourceforge.io/crc-catalogue/) and of FIPS 180-4.
    /// </summary>
    [Theory]
    [InlineData("CRC32", "CBF43926")]
    [InlineData("CRC32C", "E3069283")]
    [InlineData("CRC64NVME", "AE8B14860A799888")]
    [InlineData("SHA1", "F7C3BC1D808E04732ADF679965CCC34CA7AE3441")]
    [InlineData("SHA256", "15E2B0D3C33891EBB0F1EF609EC419420C20E320CE94C65FBC8C3312448EB225")]
    public void An_algorithm_gives_its_check_value_however_the_content_is_cut(string algorithm, string expected)
    {
        var content = "123456789"u8;
        for (var cut = 0; cut <= content.Length; cut++)
        {
            using var checksum = ChecksumAlgorithm.FindByName(algorithm)!.Start();
            checksum.Append(content[..cut]);
            checksum.Append(content[cut..]);

            Assert.Equal(expected, Convert.ToHexString(checksum.Finish()));
        }
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task A_checksum_that_matches_is_kept_and_told_when_asked_for(string algorithm)
    {
        var header = $"x-amz-checksum-{algorithm.ToLowerInvariant()}";
        var checksum = Expected(algorithm, "content");
        using var put = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a", new StringContent("content"), (header, checksum));

        using var get = await SendAsync(HttpMethod.Get, $"/{Bucket}/a", null, ("x-amz-checksum-mode", "ENABLED"));

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal(checksum, get.Headers.GetValues(header).Single());
        Assert.Equal("FULL_OBJECT", get.Headers.GetValues("x-amz-checksum-type").Single());
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task The_sdk_verifies_what_it_sent_and_what_it_gets_back(string algorithm)
    {
        await S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = Bucket,
                Key = "a",
                ContentBody = "content",
                ChecksumAlgorithm = Amazon.S3.ChecksumAlgorithm.FindValue(algorithm),
            },
            Cancellation);

        Assert.Equal("content", await GetAsync("a"));
    }

    [Fact]
    public async Task Without_a_checksum_of_the_client_S3_computes_crc64nvme()
    {
        using var put = await SendAsync(HttpMethod.Put, $"/{Bucket}/a", new StringContent("content"));

        Assert.Equal(Expected("CRC64NVME", "content"), put.Headers.GetValues("x-amz-checksum-crc64nvme").Single());
    }

    [Fact]
    public async Task Without_checksum_mode_none_is_told()
    {
        await PutAsync("a", "content");

        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}/a");

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("x-amz-checksum"));
    }

    [Fact]
    public async Task A_checksum_that_does_not_match_is_refused_and_stores_nothing()
    {
        using var response = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a",
            new StringContent("content"),
            ("x-amz-checksum-crc32", Expected("CRC32", "other")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BadDigest", await CreateBucketTests.ErrorCodeAsync(response));
        await AssertMissingAsync("a");
    }

    [Fact]
    public async Task Two_checksums_are_refused()
    {
        using var response = await SendAsync(
            HttpMethod.Put,
            $"/{Bucket}/a",
            new StringContent("content"),
            ("x-amz-checksum-crc32", Expected("CRC32", "content")),
            ("x-amz-checksum-sha1", Expected("SHA1", "content")));

        Assert.Equal("InvalidRequest", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_client_that_sends_checksums_only_when_required_is_served()
    {
        using var client = CreateClient(
            Host.Url, config => config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED);
        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = "a", ContentBody = "content" }, Cancellation);

        Assert.Equal("content", await GetAsync("a"));
    }

    internal static string Expected(string algorithm, string content)
    {
        using var checksum = ChecksumAlgorithm.FindByName(algorithm)!.Start();
        checksum.Append(Encoding.UTF8.GetBytes(content));
        return Convert.ToBase64String(checksum.Finish());
    }
}
