using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Reports;

/// <summary>A record that the magnetic store did not take after the request was answered, and why.</summary>
internal sealed record LateRejection(IncomingRecord Record, string Reason);

/// <summary>The late rejections of one request.</summary>
internal sealed record RejectedData(TableEntry Table, IReadOnlyList<LateRejection> Rejections);
