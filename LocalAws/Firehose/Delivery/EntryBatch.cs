using System.Runtime.InteropServices;
using TelemetryAspire.LocalAws.Firehose.Sources;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Processed records on their way into a <see cref="BufferLog"/>, as the entries they will be.</summary>
/// <remarks>Not thread-safe. Spans are invalid after the next write and after <see cref="Dispose"/>.</remarks>
internal sealed class EntryBatch : IDisposable
{
    private readonly PooledBuffer _bytes = new();
    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    /// <summary>The size of all entries.</summary>
    public int Bytes => _bytes.Length;

    public ShardPosition? Position(int index) => _entries[index].Position;

    /// <summary>What of an output is in an entry.</summary>
    public OutputTotals Totals(int index, BufferOutput output) =>
        output == BufferOutput.Data ? _entries[index].Data : _entries[index].Errors;

    public ReadOnlySpan<byte> Payload(int index)
    {
        var end = index + 1 < Count ? _entries[index + 1].Start : _bytes.Length;
        return _bytes.Span[_entries[index].Start..end];
    }

    /// <summary>Begins an entry.</summary>
    /// <param name="position">How far the source is read with it; null for a record that was put.</param>
    public void Begin(ShardPosition? position)
    {
        _entries.Add(new Entry(_bytes.Length, position, default, default));
        _bytes.Advance(RecordsEntry.WriteHeader(_bytes.GetSpan(32), position));
    }

    /// <summary>Adds an item to the entry begun last.</summary>
    /// <param name="output">What it is for.</param>
    /// <param name="arrival">When the record arrived, milliseconds since 1970.</param>
    /// <param name="data">The bytes.</param>
    /// <param name="delimiter">What follows them.</param>
    public void Add(BufferOutput output, long arrival, ReadOnlySpan<byte> data, ReadOnlySpan<byte> delimiter)
    {
        var length = data.Length + delimiter.Length;
        var item = _bytes.GetSpan(RecordsEntry.ItemHeaderBytes + length);
        RecordsEntry.WriteItemHeader(item, output, arrival, length);
        data.CopyTo(item[RecordsEntry.ItemHeaderBytes..]);
        delimiter.CopyTo(item[(RecordsEntry.ItemHeaderBytes + data.Length)..]);
        _bytes.Advance(RecordsEntry.ItemHeaderBytes + length);
        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[^1];
        entry = output == BufferOutput.Data
            ? entry with { Data = entry.Data.With(length, arrival) }
            : entry with { Errors = entry.Errors.With(length, arrival) };
    }

    public void Dispose() => _bytes.Dispose();

    private readonly record struct Entry(int Start, ShardPosition? Position, OutputTotals Data, OutputTotals Errors);
}
