using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Deletes a delivery stream "and its data": what it has not delivered yet is gone, as on AWS.</summary>
/// <remarks>https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeleteDeliveryStream.html</remarks>
internal sealed class DeleteDeliveryStream(DeliveryStreamRegistry streams)
    : IOperation<DeleteDeliveryStreamRequest, DeleteDeliveryStreamResponse>
{
    /// <inheritdoc/>
    public async ValueTask<DeleteDeliveryStreamResponse> InvokeAsync(
        DeleteDeliveryStreamRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.ThrowIfFailed();
        return await streams.TryDeleteAsync(request.DeliveryStreamName!, cancellationToken)
            ? new DeleteDeliveryStreamResponse()
            : throw FirehoseErrors.NotFound(request.DeliveryStreamName!);
    }
}
