using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Reads the files of one content as one; they stay what they are until this is disposed.</summary>
/// <remarks>One reader at a time; the file being read is the only one that is open.</remarks>
internal sealed class ContentReader(ContentFiles files, IReadOnlyList<ContentPiece> pieces, Action release)
    : IDisposable
{
    private const int CopyBlockBytes = 64 * 1024;

    private SafeFileHandle? _file;
    private int _openPiece = -1;

    /// <summary>Finds damage in that range as far as the files' lengths tell, before anything of it is sent.</summary>
    /// <exception cref="DamagedContentException">A file is missing or too short.</exception>
    public void Verify(long offset, long length)
    {
        foreach (var (index, _, _) in Cut(offset, length))
        {
            var actual = index == _openPiece ? RandomAccess.GetLength(_file!) : files.LengthOf(pieces[index].Id);
            if (actual != pieces[index].Size)
            {
                throw new DamagedContentException(
                    $"The content file {pieces[index].Id.RelativePath} has {actual?.ToString() ?? "no"} bytes; "
                    + $"{pieces[index].Size} were written.");
            }
        }
    }

    /// <summary>Copies that range of the content.</summary>
    /// <exception cref="DamagedContentException">A file became shorter meanwhile.</exception>
    public async Task CopyToAsync(PipeWriter destination, long offset, long length, CancellationToken cancellationToken)
    {
        foreach (var (index, from, count) in Cut(offset, length))
        {
            await CopyPieceAsync(Open(index), destination, from, count, cancellationToken);
        }
    }

    /// <summary>Opens a piece, or keeps it open; for one piece the caller does so at once.</summary>
    public SafeFileHandle Open(int index)
    {
        if (index != _openPiece)
        {
            _file?.Dispose();
            _openPiece = -1;
            _file = files.Open(pieces[index].Id);
            _openPiece = index;
        }
        return _file!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        release();
    }

    private static async Task CopyPieceAsync(
        SafeFileHandle file,
        PipeWriter destination,
        long offset,
        long length,
        CancellationToken cancellationToken)
    {
        var end = offset + length;
        while (offset < end)
        {
            var block = destination.GetMemory((int)Math.Min(CopyBlockBytes, end - offset));
            block = block[..(int)Math.Min(block.Length, end - offset)];
            var read = await RandomAccess.ReadAsync(file, block, offset, cancellationToken);
            if (read == 0)
            {
                throw new DamagedContentException("A content file became shorter while it was read.");
            }
            destination.Advance(read);
            offset += read;
            var flushed = await destination.FlushAsync(cancellationToken);
            if (flushed.IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>The pieces that hold a range, each with the part of it they hold.</summary>
    private IEnumerable<(int Index, long Offset, long Length)> Cut(long offset, long length)
    {
        var end = offset + length;
        var start = 0L;
        for (var index = 0; index < pieces.Count && start < end; index++)
        {
            var from = Math.Max(offset, start);
            var to = Math.Min(end, start + pieces[index].Size);
            if (from < to)
            {
                yield return (index, from - start, to - from);
            }
            start += pieces[index].Size;
        }
    }
}
