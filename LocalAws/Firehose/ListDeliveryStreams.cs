using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Lists the names of delivery streams, ten at a time unless asked otherwise.</summary>
internal sealed class ListDeliveryStreams(DeliveryStreamRegistry streams)
    : IOperation<ListDeliveryStreamsRequest, ListDeliveryStreamsResponse>
{
    private const int DefaultLimit = 10;

    /// <inheritdoc/>
    public ValueTask<ListDeliveryStreamsResponse> InvokeAsync(
        ListDeliveryStreamsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Range("limit", request.Limit, 1, 10_000);
        FirehoseRules.StreamType(ref validation, request.DeliveryStreamType);
        FirehoseRules.ValidName(
            ref validation, "exclusiveStartDeliveryStreamName", request.ExclusiveStartDeliveryStreamName);
        validation.ThrowIfFailed();
        var limit = request.Limit ?? DefaultLimit;
        var page = streams.List()
            .Where(definition => request.DeliveryStreamType is not { } type || definition.StreamType() == type)
            .Select(definition => definition.Name)
            .SkipWhile(name => string.CompareOrdinal(name, request.ExclusiveStartDeliveryStreamName) <= 0)
            .Take(limit + 1)
            .ToList();
        return ValueTask.FromResult(
            new ListDeliveryStreamsResponse(page[..Math.Min(limit, page.Count)], page.Count > limit));
    }
}
