using System.Net;

namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class DeleteStackTests : CloudFormationTest
{
    private const string Bucket = """
        Resources:
          Bucket:
            Type: AWS::S3::Bucket
            Properties: { BucketName: full }
        """;

    [Fact]
    public async Task Everything_goes_in_the_reverse_order()
    {
        var id = (await CreateAsync(Sample("consumer.json"))).Value("StackId")!;

        var deleted = await DeleteAsync(id);

        Assert.Equal("DELETE_COMPLETE", deleted.Value("StackStatus"));
        Assert.Equal(
            [
                "stack DELETE_IN_PROGRESS", "Second DELETE_IN_PROGRESS", "Second DELETE_COMPLETE",
                "Consumer DELETE_IN_PROGRESS", "Consumer DELETE_COMPLETE", "Stream DELETE_IN_PROGRESS",
                "Stream DELETE_COMPLETE", "stack DELETE_COMPLETE",
            ],
            (await EventsAsync(id)).TakeLast(8));
        Assert.Equal(
            "Stack with id stack does not exist",
            (await CallAsync("DescribeStacks", ("StackName", "stack"))).Message);
    }

    [Fact]
    public async Task A_bucket_with_objects_keeps_the_stack_until_it_is_retained()
    {
        var id = (await CreateAsync(Bucket)).Value("StackId")!;
        using var http = LocalAws.CreateClient();
        using var content = new StringContent("content");
        await http.PutAsync("/full/key", content, Cancellation);

        var failed = await DeleteAsync(id);
        var reason = await ReasonAsync(id, "DELETE_FAILED");
        var deleted = await DeleteAsync(id, ("RetainResources.member.1", "Bucket"));

        Assert.Equal("DELETE_FAILED", failed.Value("StackStatus"));
        Assert.Contains("following resource(s) failed to delete: [Bucket]", reason, StringComparison.Ordinal);
        Assert.Equal("DELETE_COMPLETE", deleted.Value("StackStatus"));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/full/key", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_protected_stack_is_not_deleted()
    {
        await CreateAsync(Bucket, ("EnableTerminationProtection", "true"));

        var refused = await CallAsync("DeleteStack", ("StackName", "stack"));

        Assert.Equal("Stack [stack] cannot be deleted while TerminationProtection is enabled", refused.Message);
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_deleted_already()
    {
        Assert.Equal(HttpStatusCode.OK, (await CallAsync("DeleteStack", ("StackName", "absent"))).StatusCode);
    }
}
