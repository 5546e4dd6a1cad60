using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Takes up to 500 records of up to 4 MiB together.</summary>
/// <remarks>
/// Records fail one by one when the throughput of the delivery stream is reached, or together when the disk fails:
/// callers must check.
/// </remarks>
internal sealed class PutRecordBatch(DeliveryStreamRegistry streams)
    : IOperation<PutRecordBatchRequest, PutRecordBatchResponse>
{
    private const int MaxRecords = 500;
    private const long MaxBatchBytes = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public async ValueTask<PutRecordBatchResponse> InvokeAsync(
        PutRecordBatchRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        Validate(request);
        var taken = await streams.PutAsync(request.DeliveryStreamName!, request.Records!);
        return new PutRecordBatchResponse(
            taken.Outcomes.Count(outcome => outcome.Error is not null),
            taken.IsEncrypted,
            Array.ConvertAll(
                taken.Outcomes,
                outcome => new PutRecordBatchResponseEntry(
                    outcome.RecordId, outcome.Error?.Code, outcome.Error?.Message)));
    }

    private static void Validate(PutRecordBatchRequest request)
    {
        var validation = new Validation();
        FirehoseRules.Name(ref validation, request.DeliveryStreamName);
        validation.Required("records", request.Records);
        var records = request.Records ?? [];
        var minRecords = request.Records is null ? 0 : 1;
        validation.Length("records", $"[{records.Count} records]", records.Count, minRecords, MaxRecords);
        var bytes = 0L;
        for (var i = 0; i < records.Count; i++)
        {
            FirehoseRules.Record(ref validation, $"records.{i + 1}.member", records[i]);
            bytes += records[i]?.Data?.Length ?? 0;
        }

        validation.ThrowIfFailed();
        if (bytes > MaxBatchBytes)
        {
            throw FirehoseErrors.InvalidArgument("Records size exceeds 4 MB limit");
        }
    }
}
