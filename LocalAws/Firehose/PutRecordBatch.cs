using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose;

/// <summary>Takes up to 500 records of up to 4 MiB together.</summary>
/// <remarks>
/// Here all of a batch is taken or the call fails; on AWS single records may fail, which callers must check.
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
        var ids = await streams.PutAsync(request.DeliveryStreamName!, request.Records!);
        var entries = Array.ConvertAll(ids, id => new PutRecordBatchResponseEntry(id));
        return new PutRecordBatchResponse(FailedPutCount: 0, Encrypted: false, entries);
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
