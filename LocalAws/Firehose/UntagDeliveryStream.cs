using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Removes tags of a delivery stream; keys that it does not have are passed over.</summary>
internal sealed class UntagDeliveryStream(DeliveryStreamRegistry streams)
    : IOperation<UntagDeliveryStreamRequest, UntagDeliveryStreamResponse>
{
    /// <inheritdoc/>
    public async ValueTask<UntagDeliveryStreamResponse> InvokeAsync(
        UntagDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        await streams.ChangeAsync(
            request.DeliveryStreamName!,
            definition => definition with
            {
                Tags = [.. definition.Tags.Where(tag => !request.TagKeys!.Contains(tag.Key))],
            },
            cancellationToken);
        return new UntagDeliveryStreamResponse();
    }

    private static void Validate(UntagDeliveryStreamRequest request)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.Required("tagKeys", request.TagKeys);
        if (request.TagKeys is { } keys)
        {
            validation.Length("tagKeys", $"[{string.Join(", ", keys)}]", keys.Count, 1, TagRules.MaxTags);
            for (var i = 0; i < keys.Count; i++)
            {
                validation.Required($"tagKeys.{i + 1}.member", keys[i]);
                TagRules.Key(ref validation, $"tagKeys.{i + 1}.member", keys[i]);
            }
        }

        validation.ThrowIfFailed();
    }
}
