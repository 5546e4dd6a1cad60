namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Bytes for an object: a record with its delimiter, or an error line.</summary>
internal readonly ref struct BufferItem(BufferOutput output, long arrival, ReadOnlySpan<byte> data)
{
    public BufferOutput Output { get; } = output;

    /// <summary>When the record arrived, milliseconds since 1970.</summary>
    public long Arrival { get; } = arrival;

    public ReadOnlySpan<byte> Data { get; } = data;
}
