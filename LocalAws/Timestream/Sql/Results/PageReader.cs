using System.Buffers;
using System.Text.Json;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Encodes a statement's rows, a page at a time.</summary>
internal sealed class PageReader(RunningStatement statement) : IDisposable
{
    /// <summary>A page ends before it grows past this. Source: developer guide, "Query": 1 MB a page.</summary>
    private const int MaxPageBytes = 1024 * 1024;

    private bool _hasRow = statement.Rows.Read();
    private ReadOnlyMemory<byte>? _nextRow;

    public IReadOnlyList<Binding.ResultColumn> Columns => statement.Columns;

    /// <summary>Whether there are rows that no page had yet.</summary>
    public bool HasMore => _hasRow;

    /// <summary>The bytes of rows returned so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The rows returned so far.</summary>
    public long RowsRead { get; private set; }

    public QueryPage ReadPage(int maxRows, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("["u8);
        var rows = 0;
        while (_hasRow && rows < maxRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = _nextRow ??= EncodeRow();
            if (buffer.WrittenCount + row.Length > MaxPageBytes)
            {
                if (rows == 0)
                {
                    throw TimestreamErrors.Validation(
                        "Query aborted as max page response size has been exceeded by the output result row");
                }

                break;
            }

            buffer.Write(rows++ == 0 ? ""u8 : ","u8);
            buffer.Write(row.Span);
            BytesRead += row.Length;
            RowsRead++;
            _nextRow = null;
            _hasRow = statement.Rows.Read();
        }

        buffer.Write("]"u8);
        return new QueryPage(buffer.WrittenMemory, rows);
    }

    public void Dispose() => statement.Rows.Dispose();

    private ReadOnlyMemory<byte> EncodeRow()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AwsJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Data"u8);
            for (var column = 0; column < statement.Columns.Count; column++)
            {
                DatumWriter.Write(writer, statement.Rows.GetValue(column), statement.Columns[column].Type);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
