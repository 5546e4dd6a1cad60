namespace TelemetryAspire.ServiceDefaults;

/// <summary>One WriteRecords call, by the indexes of the records that <see cref="BatchPlanner"/> was given.</summary>
internal sealed class PlannedCall
{
    /// <summary>
    /// Indexes of the records to send, in order; the position here is the RecordIndex of a rejection.
    /// </summary>
    internal List<int> Sent { get; } = [];

    /// <summary>Records whose fate depends on one that is sent.</summary>
    internal List<HeldBackRecord> HeldBack { get; } = [];
}

/// <summary>A record that is not sent, since the call has one of the same identity with at least its version.</summary>
/// <param name="Index">Index of this record.</param>
/// <param name="Position">Position in <see cref="PlannedCall.Sent"/> of the record that is sent.</param>
internal readonly record struct HeldBackRecord(int Index, int Position);
