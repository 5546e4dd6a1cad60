using System.Net;
using Amazon.S3.Model;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>GetBucketAcl, GetObjectAcl, and the refusals of a bucket that allows no ACLs.</summary>
public sealed class AclTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task The_owner_may_do_everything_and_nobody_else()
    {
        await PutAsync("a", "1");

        var ofBucket = await S3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = Bucket }, Cancellation);
        var ofObject = await S3.GetObjectAclAsync(
            new GetObjectAclRequest { BucketName = Bucket, Key = "a" }, Cancellation);

        var grant = Assert.Single(ofBucket.Grants);
        Assert.Equal((ofBucket.Owner.Id, "FULL_CONTROL"), (grant.Grantee.CanonicalUser, grant.Permission.Value));
        Assert.Single(ofObject.Grants);
    }

    [Theory]
    [InlineData("x-amz-acl", "private", HttpStatusCode.OK)]
    [InlineData("x-amz-acl", "bucket-owner-full-control", HttpStatusCode.OK)]
    [InlineData("x-amz-acl", "public-read", HttpStatusCode.BadRequest)]
    [InlineData("x-amz-grant-read", "id=\"1\"", HttpStatusCode.BadRequest)]
    public async Task An_object_may_be_asked_to_be_the_owners_and_nothing_else(
        string header, string value, HttpStatusCode status)
    {
        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a", new ByteArrayContent([1]), (header, value));

        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal("AccessControlListNotSupported", await CreateBucketTests.ErrorCodeAsync(response));
        }
    }

    [Theory]
    [InlineData("FULL_CONTROL", HttpStatusCode.OK)]
    [InlineData("READ", HttpStatusCode.BadRequest)]
    public async Task An_acl_that_says_what_holds_is_accepted(string permission, HttpStatusCode status)
    {
        await PutAsync("a", "1");
        using var get = await SendAsync(HttpMethod.Get, $"/{Bucket}/a?acl");
        var acl = await get.Content.ReadAsStringAsync(Cancellation);

        using var put = await SendAsync(
            HttpMethod.Put, $"/{Bucket}/a?acl", new StringContent(acl.Replace("FULL_CONTROL", permission)));

        Assert.Equal(status, put.StatusCode);
    }

    [Fact]
    public async Task A_public_bucket_is_refused()
    {
        using var response = await SendAsync(HttpMethod.Put, "/public-bucket", null, ("x-amz-acl", "public-read"));

        Assert.Equal("InvalidBucketAclWithObjectOwnership", await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("x-amz-expected-bucket-owner", "000000000000", HttpStatusCode.OK)]
    [InlineData("x-amz-expected-bucket-owner", "111122223333", HttpStatusCode.Forbidden)]
    public async Task An_expected_owner_must_be_the_owner(string header, string value, HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Head, $"/{Bucket}", null, (header, value));

        Assert.Equal(status, response.StatusCode);
    }
}
