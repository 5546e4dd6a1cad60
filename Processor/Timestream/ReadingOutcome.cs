using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;

namespace TelemetryAspire.Processor.Timestream;

/// <summary>Makes the outcomes of a reading's rows one outcome of its record.</summary>
internal static class ReadingOutcome
{
    /// <summary>The reason of dead letters that Timestream itself refused; the error has its words.</summary>
    internal const string Rejected = "RejectedByTimestream";

    /// <summary>The reason of records that wait for Timestream.</summary>
    internal const string Unavailable = "TimestreamUnavailable";

    /// <summary>Why a record is not handled; null if it is.</summary>
    /// <remarks>
    /// A row that could not be written for now decides first: the record is tried again, and only when every row has
    /// a final outcome can it be said that it will never work.
    /// </remarks>
    internal static BatchItemFailure? FindFailure(PlannedReading reading, IReadOnlyList<WriteOutcome> outcomes)
    {
        BatchItemFailure? failure = null;
        for (var row = reading.FirstRow; row < reading.FirstRow + reading.RowCount; row++)
        {
            switch (outcomes[row])
            {
                case WriteOutcome.Unavailable(var error):
                    var text = $"{error.GetType().Name}: {error.Message}";
                    return new(reading.SequenceNumber, FailureKind.Transient, Unavailable, text);
                case WriteOutcome.Rejected(var reason):
                    failure ??= new(reading.SequenceNumber, FailureKind.Poison, Rejected, reason);
                    break;
                case WriteOutcome.Written or WriteOutcome.Superseded:
                    break;
                default:
                    throw new NotSupportedException($"The outcome {outcomes[row]} is not known.");
            }
        }

        return failure;
    }
}
