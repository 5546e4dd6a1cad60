using System.Globalization;

namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>The range of times a table takes at one moment, and which store takes them.</summary>
/// <remarks>
/// Documented rule: up to 15 minutes ahead of the service's clock (quota "Future ingestion period"), back to the memory
/// store's retention, and with magnetic writes back to both retentions together.
/// </remarks>
internal readonly record struct IngestionWindow
{
    /// <summary>Quota "Future ingestion period": 15 minutes.</summary>
    public static readonly TimeSpan MaxLead = TimeSpan.FromMinutes(15);

    private readonly long _magneticStart;
    private readonly long _memoryStart;
    private readonly long _end;
    private readonly bool _takesMagnetic;

    /// <param name="now">The service's clock.</param>
    /// <param name="table">The table, whose retention counts.</param>
    public IngestionWindow(DateTimeOffset now, TableEntry table)
    {
        var nanos = EpochNanos.From(now);
        _end = nanos + EpochNanos.From(MaxLead);
        var memoryStart = nanos - EpochNanos.From(TimeSpan.FromHours(table.MemoryHours));
        _memoryStart = Math.Max(memoryStart, table.MemoryFloorNanos);
        _takesMagnetic = table.MagneticWrites;
        _magneticStart = memoryStart - EpochNanos.From(TimeSpan.FromDays(table.MagneticDays));
    }

    public bool IsMagnetic(long timeNanos) => timeNanos < _memoryStart;

    /// <summary>The reason to refuse a time, or null to take it.</summary>
    public string? Refuse(long timeNanos)
    {
        if (timeNanos < _end && timeNanos >= (_takesMagnetic ? _magneticStart : _memoryStart))
        {
            return null;
        }

        return _takesMagnetic
            ? $"The record timestamp is outside the time range [{Text(_magneticStart)}, {Text(_end)}) of the data ingestion "
                + "window."
            : $"The record timestamp is outside the time range [{Text(_memoryStart)}, {Text(_end)}) of the memory store.";
    }

    private static string Text(long nanos) => DateTimeOffset.UnixEpoch.AddTicks(nanos / 100)
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
