using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Account;
using TelemetryAspire.LocalAws.Timestream.BatchLoad;
using TelemetryAspire.LocalAws.Timestream.Storage;
using TelemetryAspire.LocalAws.Timestream.Tags;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The operations on tags, account settings and batch load tasks. Both services have those on tags.</summary>
internal static class ResourceOperations
{
    private const string Prefix = TimestreamService.Prefix;

    public static void MapTimestreamResources(this AwsJsonOperations operations, IServiceProvider services)
    {
        MapTags(operations, services.GetRequiredService<TaggedResources>());
        MapAccount(operations, services.GetRequiredService<TimestreamStore>());
        MapBatchLoad(operations);
    }

    private static void MapTags(AwsJsonOperations operations, TaggedResources resources)
    {
        var json = TimestreamJsonContext.Default;
        operations.Map(Prefix + "TagResource", json.TagResourceRequest, new TagResource(resources));
        operations.Map(
            Prefix + "UntagResource", json.UntagResourceRequest, new UntagResource(resources));
        operations.Map(
            Prefix + "ListTagsForResource",
            json.ListTagsForResourceRequest,
            json.ListTagsForResourceResponse,
            new ListTagsForResource(resources));
    }

    private static void MapAccount(AwsJsonOperations operations, TimestreamStore store)
    {
        var json = TimestreamJsonContext.Default;
        operations.Map(
            Prefix + "DescribeAccountSettings",
            json.DescribeAccountSettingsRequest,
            json.AccountSettingsResponse,
            new DescribeAccountSettings(store));
        operations.Map(
            Prefix + "UpdateAccountSettings",
            json.UpdateAccountSettingsRequest,
            json.AccountSettingsResponse,
            new UpdateAccountSettings(store));
    }

    private static void MapBatchLoad(AwsJsonOperations operations)
    {
        var json = TimestreamJsonContext.Default;
        operations.Map(Prefix + "CreateBatchLoadTask", json.CreateBatchLoadTaskRequest, new CreateBatchLoadTask());
        operations.Map(Prefix + "DescribeBatchLoadTask", json.BatchLoadTaskRequest, new FindBatchLoadTask());
        operations.Map(Prefix + "ResumeBatchLoadTask", json.BatchLoadTaskRequest, new FindBatchLoadTask());
        operations.Map(
            Prefix + "ListBatchLoadTasks",
            json.ListBatchLoadTasksRequest,
            json.ListBatchLoadTasksResponse,
            new ListBatchLoadTasks());
    }
}
