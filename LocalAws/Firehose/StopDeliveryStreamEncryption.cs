using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Stops encryption of a delivery stream; DISABLED at once.</summary>
internal sealed class StopDeliveryStreamEncryption(DeliveryStreamRegistry streams, TimeProvider clock)
    : IOperation<StopDeliveryStreamEncryptionRequest, StopDeliveryStreamEncryptionResponse>
{
    /// <inheritdoc/>
    public async ValueTask<StopDeliveryStreamEncryptionResponse> InvokeAsync(
        StopDeliveryStreamEncryptionRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.ThrowIfFailed();
        await streams.ChangeAsync(
            request.DeliveryStreamName!,
            definition => EncryptionRules.Change(definition, EncryptionDescription.Disabled, clock.GetUtcNow()),
            cancellationToken);
        return new StopDeliveryStreamEncryptionResponse();
    }
}
