using TelemetryAspire.LocalAws.Kinesis.Resources;
using TelemetryAspire.LocalAws.Kinesis.Tags;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Lists the tags of a stream or a consumer.</summary>
internal sealed class ListTagsForResource(ResourceStore resources)
    : IOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    public ValueTask<ListTagsForResourceResponse> InvokeAsync(
        ListTagsForResourceRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.ThrowIfFailed();
        return ValueTask.FromResult(new ListTagsForResourceResponse([.. Tag.Of(request.Resolve(resources).Tags)]));
    }
}

internal sealed record ListTagsForResourceRequest : ResourceRequest;

internal sealed record ListTagsForResourceResponse(IReadOnlyList<Tag> Tags);
