using TelemetryAspire.FunctionHost;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>A record as it lies in the lake: its bytes as they are, with a newline at the end.</summary>
/// <remarks>
/// Firehose puts records together without anything between them, so each brings its own end of line. A record that ends
/// with a newline gets no second one, which would read as an empty record. An empty record is a line of its own: with
/// the newline it is one byte, which Firehose takes, and the lake has a line for every record of the stream.
/// </remarks>
internal readonly struct LakeLine(KinesisRecord record)
{
    private const byte Newline = (byte)'\n';

    /// <summary>The record.</summary>
    internal KinesisRecord Record { get; } = record;

    /// <summary>The bytes of the line, its newline included.</summary>
    internal int Length => Record.Data.Length + (HasNewline ? 0 : 1);

    private bool HasNewline => Record.Data.Span is [.., Newline];

    /// <summary>The line, to be read once.</summary>
    internal MemoryStream Open()
    {
        var line = new byte[Length];
        Record.Data.Span.CopyTo(line);
        line[^1] = Newline;
        return new MemoryStream(line, 0, line.Length, writable: false, publiclyVisible: true);
    }
}
