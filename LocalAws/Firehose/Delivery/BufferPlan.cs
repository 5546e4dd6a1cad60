using TelemetryAspire.LocalAws.Firehose.Prefixes;
using TelemetryAspire.LocalAws.Firehose.Sources;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>What an append to a <see cref="BufferLog"/> will have changed once it is in the log.</summary>
/// <param name="data">The open buffer of records.</param>
/// <param name="errors">The open buffer of error lines.</param>
/// <param name="firstNumber">The number of the first entry of the append.</param>
/// <param name="settings">How buffers are sealed.</param>
/// <param name="now">The time of the append.</param>
internal sealed class BufferPlan(
    OpenBuffer? data,
    OpenBuffer? errors,
    long firstNumber,
    DeliverySettings settings,
    DateTimeOffset now) : IDisposable
{
    /// <summary>The entries to append.</summary>
    public LogBatch Entries { get; } = new();

    public OpenBuffer? Data { get; private set; } = data;

    public OpenBuffer? Errors { get; private set; } = errors;

    /// <summary>The buffers that the append ends.</summary>
    public List<SealedBuffer> Sealed { get; } = [];

    /// <summary>How far the source is read with the append.</summary>
    public List<ShardPosition> Positions { get; } = [];

    /// <summary>Adds records, and seals each buffer they fill.</summary>
    /// <returns>The entry's number.</returns>
    public long Add(EntryBatch batch, int index)
    {
        var number = firstNumber + Entries.Count;
        Entries.Add(batch.Payload(index));
        if (batch.Position(index) is { } position)
        {
            Positions.Add(position);
        }

        Data = OpenBuffer.Add(Data, batch.Totals(index, BufferOutput.Data), number, now);
        Errors = OpenBuffer.Add(Errors, batch.Totals(index, BufferOutput.Errors), number, now);
        Seal(buffer => buffer.Bytes >= settings.BufferBytes);
        return number;
    }

    /// <summary>Seals the open buffers that are due.</summary>
    public void Seal(Func<OpenBuffer, bool> isDue)
    {
        if (Data is { } data && isDue(data))
        {
            Seal(BufferOutput.Data, data, settings.KeyFormat);
            Data = null;
        }

        if (Errors is { } errors && isDue(errors))
        {
            Seal(BufferOutput.Errors, errors, settings.ErrorKeyFormat);
            Errors = null;
        }
    }

    public void Dispose() => Entries.Dispose();

    private void Seal(BufferOutput output, OpenBuffer open, ObjectKeyFormat keyFormat)
    {
        var buffer = new SealedBuffer(
            output,
            open.FirstNumber,
            firstNumber + Entries.Count,
            settings.Bucket,
            keyFormat.Format(DateTimeOffset.FromUnixTimeMilliseconds(open.OldestArrival), Guid.NewGuid()),
            settings.CompressesWithGzip);
        BufferEntry.AddSeal(Entries, buffer);
        Sealed.Add(buffer);
    }
}
