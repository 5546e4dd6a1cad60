using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Starts encryption of a delivery stream, or changes its key; ENABLED at once.</summary>
internal sealed class StartDeliveryStreamEncryption(DeliveryStreamRegistry streams, TimeProvider clock)
    : IOperation<StartDeliveryStreamEncryptionRequest, StartDeliveryStreamEncryptionResponse>
{
    /// <inheritdoc/>
    public async ValueTask<StartDeliveryStreamEncryptionResponse> InvokeAsync(
        StartDeliveryStreamEncryptionRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        EncryptionRules.Validate(ref validation, request.DeliveryStreamEncryptionConfigurationInput);
        validation.ThrowIfFailed();
        var encryption = EncryptionRules.Enable(request.DeliveryStreamEncryptionConfigurationInput);
        await streams.ChangeAsync(
            request.DeliveryStreamName!,
            definition => EncryptionRules.Change(definition, encryption, clock.GetUtcNow()),
            cancellationToken);
        return new StartDeliveryStreamEncryptionResponse();
    }
}
