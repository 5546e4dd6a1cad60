using System.Net;
using System.Xml.Linq;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class CreateBucketTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task A_new_bucket_is_listed_with_its_creation_date()
    {
        var buckets = (await S3.ListBucketsAsync(Cancellation)).Buckets;

        Assert.NotNull(Assert.Single(buckets, bucket => bucket.BucketName == Bucket).CreationDate);
    }

    [Fact]
    public async Task Creating_ones_own_bucket_again_succeeds_in_us_east_1()
    {
        await PutAsync("a", "kept");

        await S3.PutBucketAsync(Bucket, Cancellation);

        Assert.Equal("kept", await GetAsync("a"));
    }

    [Fact]
    public async Task Creating_ones_own_bucket_again_is_refused_in_other_regions()
    {
        using var client = CreateClient(Host.Url, config => config.AuthenticationRegion = "eu-west-1");
        var request = new PutBucketRequest { BucketName = "twice", BucketRegionName = "eu-west-1" };
        await client.PutBucketAsync(request, Cancellation);

        await AssertRefusedAsync(
            "BucketAlreadyOwnedByYou", HttpStatusCode.Conflict, () => client.PutBucketAsync(request, Cancellation));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("under_score")]
    [InlineData("-begins-with-hyphen")]
    [InlineData("two..dots")]
    [InlineData("192.168.0.1")]
    [InlineData("xn--lake")]
    [InlineData("sthree-lake")]
    [InlineData("amzn-s3-demo-lake")]
    [InlineData("lake-s3alias")]
    [InlineData("lake--ol-s3")]
    [InlineData("lake.mrap")]
    [InlineData("lake--use1-az4--x-s3")]
    [InlineData("lake--table-s3")]
    public async Task A_name_against_the_rules_is_refused(string name)
    {
        using var response = await SendAsync(HttpMethod.Put, "/" + name);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<Code>InvalidBucketName</Code>", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_location_is_told_back()
    {
        var request = new PutBucketRequest { BucketName = "elsewhere", BucketRegionName = "eu-central-1" };
        await S3.PutBucketAsync(request, Cancellation);

        var location = await S3.GetBucketLocationAsync("elsewhere", Cancellation);

        Assert.Equal("eu-central-1", location.Location.Value);
    }

    [Theory]
    [InlineData("us-east-1", "us-east-1", "InvalidLocationConstraint")]
    [InlineData("us-east-1", "moon", "InvalidLocationConstraint")]
    [InlineData("eu-west-1", "us-west-2", "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "us-east-1", "IllegalLocationConstraintException")]
    [InlineData("eu-west-1", "", "IllegalLocationConstraintException")]
    public async Task A_location_that_the_endpoint_of_the_region_cannot_give_is_refused(
        string region, string location, string code)
    {
        using var response = await CreateAsync(region, location);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(code, await ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("us-east-1", "EU")]
    [InlineData("us-east-1", "us-gov-west-1")]
    [InlineData("eu-west-1", "EU")]
    [InlineData("eu-west-1", "eu-west-1")]
    public async Task A_location_that_the_endpoint_of_the_region_can_give_is_accepted(string region, string location)
    {
        using var response = await CreateAsync(region, location);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_no_xml_is_refused()
    {
        using var response = await SendAsync(HttpMethod.Put, "/another", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("MalformedXML", await ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_document_type_in_a_body_is_refused()
    {
        const string Body = """
            <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
            <CreateBucketConfiguration><LocationConstraint>&e;</LocationConstraint></CreateBucketConfiguration>
            """;
        using var response = await SendAsync(HttpMethod.Put, "/another", new StringContent(Body));

        Assert.Equal("MalformedXML", await ErrorCodeAsync(response));
    }

    private Task<HttpResponseMessage> CreateAsync(string region, string location)
    {
        var body = $"""
            <CreateBucketConfiguration><LocationConstraint>{location}</LocationConstraint></CreateBucketConfiguration>
            """;
        return SendAsync(
            HttpMethod.Put,
            $"/located-{region}-{location.ToLowerInvariant()}".TrimEnd('-'),
            new StringContent(body),
            ("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/{region}/s3/aws4_request, Signature=0"));
    }

    internal static async Task<string> ErrorCodeAsync(HttpResponseMessage response) =>
        XDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).Root!.Element("Code")!.Value;
}
