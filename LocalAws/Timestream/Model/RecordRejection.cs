using TelemetryAspire.LocalAws.Timestream.Reports;

namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>Why one record of a request was not stored: a member of RejectedRecordsException.</summary>
/// <param name="RecordIndex">Zero-based position in the request.</param>
/// <param name="Reason">AWS's words.</param>
/// <param name="ExistingVersion">The stored version, when a version was the reason.</param>
internal sealed record RecordRejection(int RecordIndex, string Reason, long? ExistingVersion = null);

/// <summary>What became of a request: how many records each store took, and which records none did.</summary>
/// <param name="MemoryStore">Records that the memory store took.</param>
/// <param name="MagneticStore">Records that the magnetic store took, those of <paramref name="Late"/> among them.</param>
/// <param name="Rejections">What the answer names.</param>
/// <param name="Late">Records the magnetic store took and then refused, which the answer does not tell.</param>
internal sealed record WriteOutcome(
    int MemoryStore,
    int MagneticStore,
    IReadOnlyList<RecordRejection> Rejections,
    IReadOnlyList<LateRejection> Late);
