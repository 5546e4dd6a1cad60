using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Sets tags of a delivery stream, in place of those of the same keys.</summary>
internal sealed class TagDeliveryStream(DeliveryStreamRegistry streams)
    : IOperation<TagDeliveryStreamRequest, TagDeliveryStreamResponse>
{
    /// <inheritdoc/>
    public async ValueTask<TagDeliveryStreamResponse> InvokeAsync(
        TagDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.Required("tags", request.Tags);
        TagRules.Validate(ref validation, request.Tags);
        validation.ThrowIfFailed();
        await streams.ChangeAsync(
            request.DeliveryStreamName!,
            definition => definition with { Tags = TagRules.Merge(definition.Tags, request.Tags!) },
            cancellationToken);
        return new TagDeliveryStreamResponse();
    }
}
