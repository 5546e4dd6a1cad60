using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Kinesis.Throughput;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Resources;

/// <summary>The operations on tags, policies and the account, with the calls a second that AWS allows of each.</summary>
internal static class ResourceOperations
{
    private const string Target = KinesisService.Target;

    public static void MapResources(this AwsJsonOperations operations, IServiceProvider services)
    {
        operations.MapTags(services);
        operations.MapPolicies(services);
        operations.MapAccount(services);
    }

    private static void MapTags(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var streams = services.GetRequiredService<StreamStore>();
        var resources = services.GetRequiredService<ResourceStore>();
        var rates = services.GetRequiredService<CallRates>();

        operations.Map(
            Target + "AddTagsToStream", json.AddTagsToStreamRequest, rates.Limit(5, new AddTagsToStream(streams)));
        operations.Map(
            Target + "RemoveTagsFromStream",
            json.RemoveTagsFromStreamRequest,
            rates.Limit(5, new RemoveTagsFromStream(streams)));
        operations.Map(
            Target + "ListTagsForStream",
            json.ListTagsForStreamRequest,
            json.ListTagsForStreamResponse,
            rates.Limit(5, new ListTagsForStream(streams)));
        operations.Map(Target + "TagResource", json.TagResourceRequest, rates.Limit(5, new TagResource(resources)));
        operations.Map(
            Target + "UntagResource", json.UntagResourceRequest, rates.Limit(5, new UntagResource(resources)));
        operations.Map(
            Target + "ListTagsForResource",
            json.ListTagsForResourceRequest,
            json.ListTagsForResourceResponse,
            rates.Limit(5, new ListTagsForResource(resources)));
    }

    private static void MapPolicies(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var resources = services.GetRequiredService<ResourceStore>();
        var rates = services.GetRequiredService<CallRates>();

        operations.Map(
            Target + "PutResourcePolicy",
            json.PutResourcePolicyRequest,
            rates.Limit(5, new PutResourcePolicy(resources)));
        operations.Map(
            Target + "GetResourcePolicy",
            json.GetResourcePolicyRequest,
            json.GetResourcePolicyResponse,
            rates.Limit(5, new GetResourcePolicy(resources)));
        operations.Map(
            Target + "DeleteResourcePolicy",
            json.DeleteResourcePolicyRequest,
            rates.Limit(5, new DeleteResourcePolicy(resources)));
    }

    private static void MapAccount(this AwsJsonOperations operations, IServiceProvider services)
    {
        var json = KinesisJsonContext.Default;
        var account = services.GetRequiredService<AccountSettings>();
        var rates = services.GetRequiredService<CallRates>();

        operations.Map(
            Target + "DescribeAccountSettings",
            json.DescribeAccountSettingsRequest,
            json.AccountSettingsResponse,
            rates.Limit(5, new DescribeAccountSettings(account)));
        operations.Map(
            Target + "UpdateAccountSettings",
            json.UpdateAccountSettingsRequest,
            json.AccountSettingsResponse,
            rates.Limit(5, new UpdateAccountSettings(account)));
    }
}
