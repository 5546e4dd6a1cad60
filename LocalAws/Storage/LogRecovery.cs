namespace TelemetryAspire.LocalAws.Storage;

/// <summary>Opens the segments of a log, and puts right what a crash or a damaged disk has left.</summary>
/// <remarks>
/// Bytes with no intact record behind them are what an interrupted write leaves: never acknowledged, and cut off. Bytes
/// with one behind them, or in a segment that has a successor, are damage: they are set aside in a file of their own, the
/// records behind them are kept in a segment of their own, and each start says which records are missing. So a log
/// always opens, and no record that is intact is lost.
/// </remarks>
internal sealed partial class LogRecovery(string directory, IDisk disk, ILogger logger)
{
    /// <summary>The segments in order, at least one.</summary>
    public List<LogSegment> OpenSegments()
    {
        var firstNumbers = LogSegment.Find(directory, out var foreignFiles).ToList();
        foreach (var file in foreignFiles)
        {
            LogForeignFile(logger, file);
        }

        if (firstNumbers.Count == 0)
        {
            firstNumbers.Add(0);
        }

        var segments = new List<LogSegment>();
        for (var i = 0; i < firstNumbers.Count; i++)
        {
            var segment = LogSegment.Open(directory, firstNumbers[i]);
            segments.Add(segment);
            var isLast = i == firstNumbers.Count - 1;
            if (isLast || !segment.TryLoadIndex())
            {
                RecoverAt(firstNumbers, i, segment);
            }

            ReportGap(segment, firstNumbers.ElementAtOrDefault(i + 1));
        }

        disk.FlushDirectory(directory);
        return segments;
    }

    /// <summary>Reads a segment whose contents nothing vouches for.</summary>
    /// <param name="firstNumbers">The segments; one found behind damage is inserted.</param>
    /// <param name="index">Which of them it is.</param>
    /// <param name="segment">The segment.</param>
    private void RecoverAt(List<long> firstNumbers, int index, LogSegment segment)
    {
        var wasLast = index == firstNumbers.Count - 1;
        var end = wasLast ? long.MaxValue : firstNumbers[index + 1];
        segment.Recover(end);
        var rest = RandomAccess.GetLength(segment.File) - segment.Length;
        if (rest > 0 && FindBehindDamage(segment, end) is var (offset, number))
        {
            SetAside(segment, offset);
            CopyTo(segment, offset, LogSegment.PathOf(directory, number));
            firstNumbers.Insert(index + 1, number);
        }
        else if (rest > 0 && segment.NextNumber < end && !wasLast)
        {
            SetAside(segment, RandomAccess.GetLength(segment.File));
        }
        else if (rest > 0)
        {
            LogTornTail(logger, rest, segment.FileName, directory);
        }

        if (rest > 0)
        {
            disk.SetLength(segment.File, segment.Length);
            disk.Flush(segment.File);
        }

        if (index < firstNumbers.Count - 1)
        {
            segment.Seal();
        }
    }

    /// <summary>The first intact frame behind the first that is not; null when there is none.</summary>
    /// <param name="segment">The segment, read up to the first frame that is not intact.</param>
    /// <param name="end">The number that its records stay below.</param>
    private static (long Offset, long Number)? FindBehindDamage(LogSegment segment, long end)
    {
        using var search = new FrameSearch(
            segment.File, RandomAccess.GetLength(segment.File), segment.NextNumber + 1, end);
        return search.TryFind(segment.Length, out var offset, out var frame) ? (offset, frame.Number) : null;
    }

    private void SetAside(LogSegment segment, long end)
    {
        var path = Path.Combine(directory, $"{segment.FileName}.damaged-{segment.Length}");
        Copy(segment, segment.Length, end, path);
        // Before the segment is cut: what is set aside is nowhere else then.
        disk.FlushDirectory(directory);
        LogDamaged(logger, segment.FileName, directory, segment.Length, end, Path.GetFileName(path));
    }

    /// <summary>Makes a segment of the records from <paramref name="offset"/> on.</summary>
    /// <remarks>
    /// The segment they come from is cut afterwards: a crash between the two leaves both, and the next start cuts it.
    /// </remarks>
    private void CopyTo(LogSegment segment, long offset, string path)
    {
        var temporary = path + ".tmp";
        Copy(segment, offset, RandomAccess.GetLength(segment.File), temporary);
        File.Move(temporary, path, overwrite: true);
        disk.FlushDirectory(directory);
    }

    private void Copy(LogSegment segment, long start, long end, string path)
    {
        using var target = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
        var block = new byte[1024 * 1024];
        for (var offset = start; offset < end;)
        {
            var read = RandomAccess.Read(segment.File, block.AsSpan(0, (int)Math.Min(block.Length, end - offset)), offset);
            disk.Write(target, [block.AsMemory(0, read)], offset - start);
            offset += read;
        }

        disk.Flush(target);
    }

    /// <param name="segment">A segment.</param>
    /// <param name="next">The first number of the next one; 0 when there is none.</param>
    private void ReportGap(LogSegment segment, long next)
    {
        if (segment.NextNumber < next)
        {
            LogGap(logger, segment.NextNumber, next - 1, directory, segment.FileName);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Cut {TornBytes} bytes of an interrupted write off {FileName} in {Directory}.")]
    private static partial void LogTornTail(ILogger logger, long tornBytes, string fileName, string directory);

    [LoggerMessage(
        LogLevel.Error,
        "{FileName} in {Directory} is damaged from byte {Start} to byte {End}. The damaged bytes are kept in "
        + "{DamagedFile}; what is intact behind them is kept and readable. Check the disk.")]
    private static partial void LogDamaged(
        ILogger logger, string fileName, string directory, long start, long end, string damagedFile);

    [LoggerMessage(
        LogLevel.Error,
        "Records {First} to {Last} are missing from the log in {Directory}, behind {FileName}: a part of it was "
        + "damaged, emptied or removed. Reading goes on behind them; restore the files from a copy to have them back.")]
    private static partial void LogGap(ILogger logger, long first, long last, string directory, string fileName);

    [LoggerMessage(LogLevel.Warning, "Ignored {File}: its name is not that of a part of the log.")]
    private static partial void LogForeignFile(ILogger logger, string file);
}
