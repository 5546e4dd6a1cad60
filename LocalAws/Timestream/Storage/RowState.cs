using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>A row as one commit sees it: read from the table, or about to be written, or both.</summary>
internal sealed class RowState(long version, MeasureType type, NamedValue[] values, long? storedRowId)
{
    public long Version { get; private set; } = version;

    public MeasureType Type { get; private set; } = type;

    public NamedValue[] Values { get; private set; } = values;

    /// <summary>DuckDB's id of the stored row, valid inside the transaction that read it; null when there is none.</summary>
    public long? StoredRowId { get; } = storedRowId;

    /// <summary>Whether this commit must write the row.</summary>
    public bool IsDirty { get; private set; }

    public static RowState Of(IncomingRecord record)
    {
        var row = new RowState(record.Version, record.Type, record.Values, storedRowId: null);
        row.IsDirty = true;
        return row;
    }

    public void Overwrite(IncomingRecord record)
    {
        (Version, Type, Values) = (record.Version, record.Type, record.Values);
        IsDirty = true;
    }
}
