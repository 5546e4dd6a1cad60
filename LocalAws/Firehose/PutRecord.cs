using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Takes one record.</summary>
internal sealed class PutRecord(DeliveryStreamRegistry streams) : IOperation<PutRecordRequest, PutRecordResponse>
{
    /// <inheritdoc/>
    public async ValueTask<PutRecordResponse> InvokeAsync(
        PutRecordRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        FirehoseRules.Record(ref validation, "record", request.Record);
        validation.ThrowIfFailed();
        var taken = await streams.PutAsync(request.DeliveryStreamName!, [request.Record]);
        var outcome = taken.Outcomes[0];
        return outcome.Error is { } error
            ? throw error
            : new PutRecordResponse(outcome.RecordId!, taken.IsEncrypted);
    }
}
