using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace TelemetryAspire.Simulator.Replay;

/// <summary>Reads the lines of a file, plain or gzip, without changing a byte of them.</summary>
internal static class ReplayFile
{
    /// <summary>
    /// Longer than the largest record Kinesis takes (10 MiB): a file without line ends is told from a long line.
    /// </summary>
    private const int LongestLine = 16 * 1024 * 1024;

    // RFC 1952, 2.3.1: the first two bytes of every gzip member.
    private static ReadOnlySpan<byte> GzipMagic => [0x1F, 0x8B];

    /// <summary>The lines without their ends (LF or CR LF); empty lines are left out.</summary>
    /// <exception cref="InvalidDataException">
    /// The compressed data is damaged or cut off, or a line has no end.
    /// </exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadLinesAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (stream, isSealed) = Open(path);
        await using var opened = stream;
        var sealSeen = false;
        var reader = PipeReader.Create(stream);
        for (var isEnd = false; !isEnd;)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            isEnd = result.IsCompleted;
            while (TryTakeLine(ref buffer, isEnd, out var line))
            {
                if (isSealed && line.Span.SequenceEqual(SealedGzip.Seal))
                {
                    sealSeen = true;
                }
                else if (line.Length > 0)
                {
                    yield return line;
                }
            }

            if (buffer.Length > LongestLine)
            {
                throw new InvalidDataException(
                    $"A line is longer than {LongestLine} bytes: is this a file of JSON lines?");
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
        if (isSealed && !sealSeen)
        {
            throw new InvalidDataException("The gzip data is cut off: the file is not complete.");
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> buffer, bool isEnd, out ReadOnlyMemory<byte> line)
    {
        line = default;
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = WithoutReturn(buffer.Slice(0, end));
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        if (!isEnd || buffer.IsEmpty)
        {
            return false;
        }

        line = WithoutReturn(buffer);
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static ReadOnlyMemory<byte> WithoutReturn(ReadOnlySequence<byte> line)
    {
        ReadOnlyMemory<byte> bytes = line.ToArray();
        return bytes.Span.EndsWith("\r"u8) ? bytes[..^1] : bytes;
    }

    private static (Stream Stream, bool IsSealed) Open(string path)
    {
        var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[GzipMagic.Length];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..read].SequenceEqual(GzipMagic) ? (SealedGzip.Open(file), true) : (file, false);
    }
}
