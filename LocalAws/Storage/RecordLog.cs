using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>An append-only log of records on disk: numbered, timestamped, checksummed, trimmed at the front.</summary>
/// <remarks>
/// Thread-safe. An append has reached the operating system when it returns, so it survives the end of this process.
/// Records are read from the files, that is from the page cache; memory holds a sparse index only. Timestamps need
/// not grow. A directory must be open in one log at a time.
/// </remarks>
internal sealed partial class RecordLog : IDisposable
{
    private readonly Lock _lock = new();
    private readonly string _directory;
    private readonly RecordLogOptions _options;

    // Guarded by _lock. Never empty: the last segment takes the appends.
    private readonly List<LogSegment> _segments = [];
    private bool _isDisposed;

    private RecordLog(string directory, RecordLogOptions options)
    {
        _directory = directory;
        _options = options;
    }

    /// <summary>The number of the oldest record there is, or of the next one when there is none.</summary>
    public long FirstNumber
    {
        get
        {
            lock (_lock)
            {
                return _segments[0].FirstNumber;
            }
        }
    }

    /// <summary>The number of the next record to be appended. The first record ever has number 0.</summary>
    public long NextNumber
    {
        get
        {
            lock (_lock)
            {
                return Active.NextNumber;
            }
        }
    }

    /// <summary>Raised once appended records can be read, and when the log is closed.</summary>
    public ChangeSignal Changes { get; } = new();

    private LogSegment Active => _segments[^1];

    /// <summary>Opens the log in <paramref name="directory"/>, or a new one, and cuts off a torn tail.</summary>
    public static RecordLog Open(string directory, RecordLogOptions options, ILogger logger)
    {
        Directory.CreateDirectory(directory);
        var log = new RecordLog(directory, options);
        var firstNumbers = LogSegment.Find(directory, out var foreignFiles);
        foreach (var file in foreignFiles)
        {
            LogForeignFile(logger, file);
        }

        for (var i = 0; i < firstNumbers.Count; i++)
        {
            var segment = LogSegment.Open(directory, firstNumbers[i], isSealed: i < firstNumbers.Count - 1);
            log._segments.Add(segment);
            if (segment.TornBytes > 0)
            {
                LogTornTail(logger, segment.TornBytes, segment.FileName, directory);
            }
        }

        if (firstNumbers.Count == 0)
        {
            log._segments.Add(LogSegment.Open(directory, 0, isSealed: false));
        }

        return log;
    }

    /// <summary>Appends a batch with one write.</summary>
    /// <returns>The number of its first record; the others follow.</returns>
    /// <exception cref="IOException">Nothing was appended.</exception>
    /// <exception cref="ObjectDisposedException">The log is closed.</exception>
    public long Append(LogBatch batch, long timestamp)
    {
        long first;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (Active.Length >= _options.SegmentBytes
                || timestamp - Active.FirstTimestamp >= _options.SegmentAge.TotalMilliseconds)
            {
                Roll();
            }

            first = Active.NextNumber;
            Active.Append(batch.Seal(first, timestamp));
        }

        Changes.Raise();
        return first;
    }

    /// <summary>Reads from record <paramref name="number"/> on, or from the oldest one when that is trimmed.</summary>
    /// <param name="number">The first record wanted.</param>
    /// <param name="maxRecords">How many records to read at most.</param>
    /// <param name="maxPayloadBytes">How many bytes of payload to read at most; one record is read in any case.</param>
    public LogRecords Read(long number, int maxRecords, long maxPayloadBytes)
    {
        var records = new LogRecords { NextNumber = number };
        try
        {
            while (Locate(records) is var (segment, start, end))
            {
                try
                {
                    if (!records.Fill(segment, start, end, maxRecords, maxPayloadBytes))
                    {
                        return records;
                    }
                }
                catch (ObjectDisposedException) when (IsTrimmed(segment))
                {
                    // Reading goes on at what is now the oldest record.
                }
            }

            records.IsAtEnd = true;
            return records;
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    /// <summary>The number of the first record at or after <paramref name="timestamp"/>, or the next number.</summary>
    public long FindTime(long timestamp)
    {
        LogSegment? segment;
        long start, end, next;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            segment = _segments.Find(candidate => candidate.Index.MaxTimestamp >= timestamp);
            (start, end, next) = (segment?.Index.OffsetOfTime(timestamp) ?? 0, segment?.Length ?? 0, Active.NextNumber);
        }

        if (segment is null)
        {
            return next;
        }

        using var buffer = new PooledBuffer();
        try
        {
            var reader = new FrameReader(segment.File, start, end, buffer, keep: false);
            while (reader.TryRead(out var frame))
            {
                if (frame.Timestamp >= timestamp)
                {
                    return frame.Number;
                }
            }
        }
        catch (ObjectDisposedException) when (IsTrimmed(segment))
        {
            return FindTime(timestamp);
        }

        throw new InvalidDataException($"The log file '{segment.FileName}' is damaged.");
    }

    /// <summary>
    /// Deletes the segments at the front whose records are all older than <paramref name="timestamp"/>.
    /// </summary>
    public void TrimBefore(long timestamp)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            while (_segments[0] is { Length: > 0 } oldest && oldest.Index.MaxTimestamp < timestamp)
            {
                if (oldest == Active)
                {
                    Roll();
                }

                _segments.RemoveAt(0);
                oldest.Delete();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _segments.ForEach(segment => segment.Dispose());
        }

        Changes.Raise();
    }

    private void Roll()
    {
        Active.Seal();
        _segments.Add(LogSegment.Open(_directory, Active.NextNumber, isSealed: false));
    }

    /// <summary>Finds the part of a file to read next.</summary>
    private (LogSegment Segment, long Start, long End)? Locate(LogRecords records)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var segment = _segments.Find(candidate => candidate.NextNumber > records.NextNumber);
            if (segment is null)
            {
                return null;
            }

            records.NextNumber = Math.Max(records.NextNumber, segment.FirstNumber);
            return (segment, segment.Index.OffsetOfNumber(records.NextNumber), segment.Length);
        }
    }

    private bool IsTrimmed(LogSegment segment)
    {
        lock (_lock)
        {
            return !_isDisposed && !_segments.Contains(segment);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Cut {TornBytes} bytes of an interrupted write off {FileName} in {Directory}.")]
    private static partial void LogTornTail(ILogger logger, long tornBytes, string fileName, string directory);

    [LoggerMessage(LogLevel.Warning, "Ignored {File}: its name is not that of a part of the log.")]
    private static partial void LogForeignFile(ILogger logger, string file);
}
