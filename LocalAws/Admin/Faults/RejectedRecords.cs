using System.Text.Json.Nodes;
using TelemetryAspire.LocalAws.Timestream;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Timestream rejects some records of WriteRecords, beside those that it rejects by itself.</summary>
/// <param name="Reason">The reason of each rejection.</param>
/// <param name="EntryRate">The probability that a record is rejected.</param>
/// <param name="Draw">Decides which.</param>
internal sealed record RejectedRecords(string Reason, double EntryRate, FaultDraw Draw) : BatchFault(EntryRate, Draw)
{
    public const string Operation = "Timestream.WriteRecords";

    /// <inheritdoc/>
    protected override async Task<JsonObject> AnswerAsync(StruckBatch batch, Func<Task<JsonObject>> writeRest)
    {
        var rejections = batch.Struck.Select(i => new RecordRejection(i, Reason)).ToList();
        if (!batch.IsWhole)
        {
            try
            {
                await writeRest();
            }
            catch (RejectedRecordsException exception)
            {
                rejections.AddRange(exception.Rejections.Select(
                    rejection => rejection with { RecordIndex = batch.Rest[rejection.RecordIndex] }));
            }
        }

        throw TimestreamErrors.RejectedRecords([.. rejections.OrderBy(rejection => rejection.RecordIndex)]);
    }
}
