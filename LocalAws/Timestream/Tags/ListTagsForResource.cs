using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Tags;

internal sealed record ListTagsForResourceRequest(string? ResourceARN, int? MaxResults, string? NextToken);

internal sealed record ListTagsForResourceResponse(IReadOnlyList<Tag> Tags, string? NextToken);

/// <summary>ListTagsForResource of both services; that of writes has no pages, and gets all tags as one.</summary>
internal sealed class ListTagsForResource(TaggedResources resources)
    : IOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    private const int MaxPageSize = 200;

    public ValueTask<ListTagsForResourceResponse> InvokeAsync(
        ListTagsForResourceRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        TaggedResources.Check(ref validation, request.ResourceARN);
        validation.Range("maxResults", request.MaxResults, 1, MaxPageSize);
        validation.ThrowIfFailed();
        var (page, token) = PageOfNames.Take(
            resources.Find(request.ResourceARN!),
            tag => tag.Key!,
            request.NextToken,
            request.MaxResults ?? MaxPageSize);
        return ValueTask.FromResult(new ListTagsForResourceResponse(page, token));
    }
}
