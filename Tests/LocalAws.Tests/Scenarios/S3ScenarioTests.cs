using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>S3 as clients nobody here wrote see it.</summary>
public sealed class S3ScenarioTests(S3Scenario scenario) : ScenarioTests(scenario), IClassFixture<S3Scenario>
{
    private const string Key = "day=1/ü +&.json";

    private readonly S3Scenario _scenario = scenario;

    protected override string Service => "S3";

    /// <summary>A write on a condition and access by attributes are younger than Debian's releases.</summary>
    protected override string[] Younger => ["PutOnlyIfAbsent", "GetBucketAbac", "PutBucketAbac"];

    [Theory, EveryClient]
    public async Task A_bucket_is_listed(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("lake", answers["ListBuckets.Buckets.0.Name"]);
        Assert.Empty(answers["GetBucketLocation.LocationConstraint"] ?? "");
        Assert.Null(answers["HeadBucket.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task An_object_is_read_whole_and_in_part_with_what_was_said_of_it(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("0123456789", Text(answers, "GetObject"));
        Assert.Equal("application/json", answers["GetObject.ContentType"]);
        Assert.Equal("1", answers["HeadObject.Metadata.device"]);
        Assert.Equal("10", answers["HeadObject.ContentLength"]);
        Assert.Equal(answers["PutObject.ETag"], answers["HeadObject.ETag"]);
        Assert.Equal("234", Text(answers, "GetRange"));
        Assert.Equal("bytes 2-4/10", answers["GetRange.ContentRange"]);
        Assert.Equal("10", answers["GetObjectAttributes.ObjectSize"]);
    }

    [Theory, EveryClient]
    public async Task A_condition_that_does_not_hold_is_refused(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        // The SDK for JavaScript has no name for an answer without a body.
        Assert.Equal(client == ScenarioClient.JavaScript ? "Unknown" : "304", answers["GetUnchanged.Error.Code"]);
        Assert.Equal("PreconditionFailed", answers["GetIfMatch.Error.Code"]);
        if (answers.Know("PutOnlyIfAbsent"))
        {
            Assert.Equal("PreconditionFailed", answers["PutOnlyIfAbsent.Error.Code"]);
        }
    }

    [Theory, EveryClient]
    public async Task A_copy_has_the_bytes_and_the_metadata(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal(answers["PutSource.ETag"], answers["CopyObject.CopyObjectResult.ETag"]);
        Assert.Equal("source", Text(answers, "GetCopy"));
        Assert.Equal("2", answers["GetCopy.Metadata.device"]);
    }

    [Theory, EveryClient]
    public async Task Keys_are_listed_in_order_and_by_folder(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal(
            [Key, "day=2/copy", "day=3/source"],
            answers.Items("ListObjectsV2.Contents").Select(item => item.GetProperty("Key").GetString()));
        Assert.Equal(
            ["day=1/", "day=2/", "day=3/"],
            answers.Items("ListObjects.CommonPrefixes").Select(item => item.GetProperty("Prefix").GetString()));
    }

    [Theory, EveryClient]
    public async Task An_upload_in_parts_becomes_one_object(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("parts", answers["ListMultipartUploads.Uploads.0.Key"]);
        Assert.Equal("5", answers["ListParts.Parts.0.Size"]);
        Assert.EndsWith("-1\"", answers["CompleteMultipartUpload.ETag"]);
        Assert.Equal("first", Text(answers, "GetParts"));
        Assert.Equal("text/plain", answers["GetParts.ContentType"]);
        Assert.NotNull(answers["UploadPartCopy.CopyPartResult.ETag"]);
        Assert.Null(answers["AbortMultipartUpload.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task Tags_are_set_and_taken_away(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("stage", answers["GetObjectTagging.TagSet.0.Key"]);
        Assert.Empty(answers.Items("ObjectTagsAfterwards.TagSet"));
        Assert.Equal("field", answers["GetBucketTagging.TagSet.0.Value"]);
        Assert.Equal("NoSuchTagSet", answers["BucketTagsAfterwards.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task A_bucket_tells_the_configuration_that_a_new_one_has_on_AWS(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("null", answers["ListObjectVersions.Versions.0.VersionId"]);
        Assert.Null(answers["GetBucketVersioning.Status"]);
        Assert.Equal("FULL_CONTROL", answers["GetBucketAcl.Grants.0.Permission"]);
        Assert.Equal(
            "AES256",
            answers["GetBucketEncryption.ServerSideEncryptionConfiguration.Rules.0"
                + ".ApplyServerSideEncryptionByDefault.SSEAlgorithm"]);
        Assert.Equal("True", answers["GetPublicAccessBlock.PublicAccessBlockConfiguration.BlockPublicAcls"]);
        Assert.Equal("NoSuchBucketPolicy", answers["GetBucketPolicy.Error.Code"]);
        Assert.Equal("NoSuchLifecycleConfiguration", answers["GetBucketLifecycleConfiguration.Error.Code"]);
        Assert.Equal("ObjectLockConfigurationNotFoundError", answers["GetObjectLockConfiguration.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task What_would_have_no_effect_is_refused(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("NotImplemented", answers["PutBucketVersioning.Error.Code"]);
        Assert.Equal("NotImplemented", answers["PutBucketLifecycleConfiguration.Error.Code"]);
        Assert.Equal("NotImplemented", answers["PutBucketPolicy.Error.Code"]);
        Assert.Equal("AccessControlListNotSupported", answers["PutBucketAcl.Error.Code"]);
        Assert.Equal("InvalidRequest", answers["PutObjectRetention.Error.Code"]);
    }

    [Theory, EveryClient]
    public async Task A_refusal_is_the_error_that_the_client_knows(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("NoSuchKey", answers["GetAbsent.Error.Code"]);
        Assert.Equal("NoSuchBucket", answers["ListAbsent.Error.Code"]);
        Assert.Equal("BucketNotEmpty", answers["DeleteTooEarly.Error.Code"]);
        Assert.Equal(
            [Key, "day=2/copy", "day=3/source"],
            answers.Items("DeleteObjects.Deleted").Select(item => item.GetProperty("Key").GetString()).Order());
        Assert.Equal(client == ScenarioClient.JavaScript ? "NotFound" : "404", answers["Deleted.Error.Code"]);
    }

    private static string Text(Answers answers, string step) => Encoding.UTF8.GetString(answers.Bytes(step + ".Body"));
}
