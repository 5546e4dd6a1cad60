namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>What makes two records the same row: dimension set, measure name and time.</summary>
/// <param name="SeriesId">The stored id of the dimension set.</param>
/// <param name="MeasureId">The stored id of the measure name.</param>
/// <param name="TimeNanos">Nanoseconds since the epoch.</param>
internal readonly record struct RowIdentity(int SeriesId, int MeasureId, long TimeNanos);
