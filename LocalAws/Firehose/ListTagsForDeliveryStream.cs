using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Lists the tags of a delivery stream in the order of their keys.</summary>
internal sealed class ListTagsForDeliveryStream(DeliveryStreamRegistry streams)
    : IOperation<ListTagsForDeliveryStreamRequest, ListTagsForDeliveryStreamResponse>
{
    /// <inheritdoc/>
    public ValueTask<ListTagsForDeliveryStreamResponse> InvokeAsync(
        ListTagsForDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        TagRules.Key(ref validation, "exclusiveStartTagKey", request.ExclusiveStartTagKey);
        validation.Range("limit", request.Limit, 1, TagRules.MaxTags);
        validation.ThrowIfFailed();
        var limit = request.Limit ?? TagRules.MaxTags;
        var page = streams.Get(request.DeliveryStreamName!).Definition.Tags
            .SkipWhile(tag => string.CompareOrdinal(tag.Key, request.ExclusiveStartTagKey) <= 0)
            .Take(limit + 1)
            .ToList();
        return ValueTask.FromResult(
            new ListTagsForDeliveryStreamResponse(page[..Math.Min(limit, page.Count)], page.Count > limit));
    }
}
