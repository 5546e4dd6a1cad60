using System.Net;
using Amazon.Runtime;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Makes WriteRecords calls and turns every possible answer into one outcome per record.</summary>
/// <remarks>
/// Never throws for what a service or the network does: an outage is an outcome, which the caller retries.
/// </remarks>
internal sealed class RecordSender(
    IAmazonTimestreamWrite client,
    TimestreamTable table,
    TimestreamAvailability availability,
    TimeProvider timeProvider)
{
    /// <summary>Writes at most <see cref="BatchPlanner.MaxRecords"/> records of different identities.</summary>
    /// <returns>The outcome of each record, in the order given.</returns>
    internal async Task<WriteOutcome[]> SendAsync(IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(records, cancellationToken);
            availability.Answered();
            return Same(records, WriteOutcome.Written.Instance);
        }
        catch (RejectedRecordsException exception)
        {
            availability.Answered();
            return RejectedRecords.Resolve(records, exception, timeProvider.GetUtcNow());
        }
        catch (AmazonServiceException exception) when (BlamesTheRequest(exception))
        {
            availability.Answered();
            return records.Count == 1
                ? [new WriteOutcome.Rejected(exception.Message)]
                : await SendHalvesAsync(records, cancellationToken);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested)
        {
            // It was ended from here, which says nothing about Timestream.
            return Same(records, new WriteOutcome.Unavailable(exception));
        }
        catch (Exception exception)
        {
            // The boundary: whatever else went wrong, nothing says that the records are to blame.
            availability.Failed(exception);
            return Same(records, new WriteOutcome.Unavailable(exception));
        }
    }

    /// <summary>
    /// Whether the service refuses the call as a whole for something in it. It names no record, so the call is divided
    /// until the offending record stands alone and the others are written.
    /// </summary>
    private static bool BlamesTheRequest(AmazonServiceException exception) =>
        exception is ValidationException || exception.StatusCode == HttpStatusCode.RequestEntityTooLarge;

    private async Task<WriteOutcome[]> SendHalvesAsync(
        IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var half = records.Count / 2;
        var first = await SendAsync([.. records.Take(half)], cancellationToken);
        var second = await SendAsync([.. records.Skip(half)], cancellationToken);
        return [.. first, .. second];
    }

    private async Task CallAsync(IReadOnlyList<Record> records, CancellationToken cancellationToken)
    {
        var packed = RecordPacking.Pack(records);
        var started = timeProvider.GetTimestamp();
        try
        {
            await client.WriteRecordsAsync(
                new WriteRecordsRequest
                {
                    DatabaseName = table.DatabaseName,
                    TableName = table.TableName,
                    CommonAttributes = packed.Common,
                    Records = packed.Records,
                },
                cancellationToken);
        }
        finally
        {
            TimestreamInstrumentation.RecordCall(records.Count, timeProvider.GetElapsedTime(started));
        }
    }

    private static WriteOutcome[] Same(IReadOnlyList<Record> records, WriteOutcome outcome)
    {
        var outcomes = new WriteOutcome[records.Count];
        Array.Fill(outcomes, outcome);
        return outcomes;
    }
}
