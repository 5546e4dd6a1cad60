using System.Net;
using System.Xml.Linq;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>What clients ask about a bucket without being told to: answered as AWS does for a new bucket.</summary>
public sealed class BucketConfigurationTests(S3Fixture fixture) : S3Test(fixture)
{
    [Theory]
    [InlineData("versioning", "VersioningConfiguration", "")]
    [InlineData("logging", "BucketLoggingStatus", "")]
    [InlineData("notification", "NotificationConfiguration", "")]
    [InlineData("accelerate", "AccelerateConfiguration", "")]
    [InlineData("requestPayment", "RequestPaymentConfiguration", "BucketOwner")]
    [InlineData("encryption", "ServerSideEncryptionConfiguration", "AES256")]
    [InlineData("publicAccessBlock", "PublicAccessBlockConfiguration", "truetruetruetrue")]
    [InlineData("ownershipControls", "OwnershipControls", "BucketOwnerEnforced")]
    public async Task What_every_bucket_has_is_told(string parameter, string root, string values)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}?{parameter}");

        var document = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).Root!;
        Assert.Equal((root, values), (document.Name.LocalName, document.Value));
    }

    [Theory]
    [InlineData("policy", "NoSuchBucketPolicy")]
    [InlineData("policyStatus", "NoSuchBucketPolicy")]
    [InlineData("lifecycle", "NoSuchLifecycleConfiguration")]
    [InlineData("cors", "NoSuchCORSConfiguration")]
    [InlineData("website", "NoSuchWebsiteConfiguration")]
    [InlineData("replication", "ReplicationConfigurationNotFoundError")]
    [InlineData("object-lock", "ObjectLockConfigurationNotFoundError")]
    public async Task What_no_bucket_has_is_told_as_an_error(string parameter, string code)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/{Bucket}?{parameter}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(code, await CreateBucketTests.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("versioning", "PutBucketVersioning")]
    [InlineData("replication", "PutBucketReplication")]
    [InlineData("lifecycle", "PutBucketLifecycleConfiguration")]
    [InlineData("policy", "PutBucketPolicy")]
    [InlineData("notification", "PutBucketNotificationConfiguration")]
    public async Task What_would_have_no_effect_is_refused_by_name(string parameter, string operation)
    {
        using var response = await SendAsync(
            HttpMethod.Put, $"/{Bucket}?{parameter}", new StringContent("<A><Status>Enabled</Status></A>"));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains(operation, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("encryption", "SSEAlgorithm", "AES256", "aws:kms")]
    [InlineData("publicAccessBlock", "BlockPublicAcls", "true", "false")]
    [InlineData("ownershipControls", "ObjectOwnership", "BucketOwnerEnforced", "ObjectWriter")]
    public async Task What_holds_already_may_be_asked_for_and_nothing_else(
        string parameter, string element, string holds, string other)
    {
        using var accepted = await PutAsync(holds);
        using var refused = await PutAsync(other);

        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
        Assert.Equal(HttpStatusCode.NotImplemented, refused.StatusCode);

        Task<HttpResponseMessage> PutAsync(string value) => SendAsync(
            HttpMethod.Put, $"/{Bucket}?{parameter}", new StringContent($"<A><{element}>{value}</{element}></A>"));
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("lifecycle")]
    [InlineData("cors")]
    [InlineData("encryption")]
    public async Task Deleting_what_is_not_there_succeeds(string parameter)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"/{Bucket}?{parameter}");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        using var bucket = await SendAsync(HttpMethod.Head, $"/{Bucket}");
        Assert.Equal(HttpStatusCode.OK, bucket.StatusCode);
    }

    [Theory]
    [InlineData("versioning")]
    [InlineData("acl")]
    [InlineData("tagging")]
    [InlineData("uploads")]
    public async Task A_missing_bucket_is_refused(string parameter)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/missing-bucket?{parameter}");

        Assert.Equal("NoSuchBucket", await CreateBucketTests.ErrorCodeAsync(response));
    }
}
