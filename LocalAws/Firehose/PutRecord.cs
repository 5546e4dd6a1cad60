using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Takes one record.</summary>
internal sealed class PutRecord(DeliveryStreamRegistry streams) : IOperation<PutRecordRequest, PutRecordResponse>
{
    /// <inheritdoc/>
    public ValueTask<PutRecordResponse> InvokeAsync(
        PutRecordRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        FirehoseRules.Record(ref validation, "record", request.Record);
        validation.ThrowIfFailed();
        var ids = streams.Put(request.DeliveryStreamName!, [request.Record]);
        return ValueTask.FromResult(new PutRecordResponse(ids[0], Encrypted: false));
    }
}
