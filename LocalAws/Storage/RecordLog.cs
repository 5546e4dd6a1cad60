using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>An append-only log of records on disk: numbered, timestamped, checksummed, trimmed at the front.</summary>
/// <remarks>
/// Thread-safe. An append is over, and its records visible to readers, once it is as durable as the
/// <see cref="FsyncPolicy"/> demands; appends that wait together share a commit. Records are read from the files, that is
/// from the page cache; memory holds a sparse index only. Timestamps need not grow. A directory must be open in one log
/// at a time.
/// </remarks>
internal sealed partial class RecordLog : IDisposable
{
    // Taken by whoever changes files: a commit, trimming, closing. Before _lock where both are needed.
    private readonly Lock _writeLock = new();
    private readonly Lock _lock = new();
    private readonly string _directory;
    private readonly RecordLogOptions _options;
    private readonly ILogger _logger;
    private readonly CommitQueue _queue;

    // Changed under both locks. Never empty: the last segment takes the appends.
    private readonly List<LogSegment> _segments;
    private bool _isDisposed;

    // Guarded by _writeLock.
    private WriteFailure _failure;

    private RecordLog(string directory, RecordLogOptions options, ILogger logger)
    {
        _directory = directory;
        _options = options;
        _logger = logger;
        _queue = new CommitQueue(options.Fsync, Commit);
        _segments = new LogRecovery(directory, options.Disk, logger).OpenSegments();
    }

    /// <summary>What an append that failed has left in the last segment.</summary>
    private enum WriteFailure
    {
        None,

        /// <summary>Bytes behind the last committed record.</summary>
        Write,

        /// <summary>Bytes that the system may have dropped without writing them, and will not report again.</summary>
        Flush,
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

    /// <summary>The number of the next record to be committed. The first record ever has number 0.</summary>
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

    /// <summary>Opens the log in <paramref name="directory"/>, or a new one, and repairs what a crash left.</summary>
    public static RecordLog Open(string directory, RecordLogOptions options, ILogger logger)
    {
        DirectoryEntries.Create(directory, options.Disk);
        return new RecordLog(directory, options, logger);
    }

    /// <summary>Appends a batch, all or nothing. Batches are numbered in the order of the calls.</summary>
    /// <returns>The number of its first record, once it is committed; the others follow.</returns>
    /// <exception cref="IOException">Nothing was appended.</exception>
    /// <exception cref="ObjectDisposedException">The log is closed.</exception>
    public Task<long> AppendAsync(LogBatch batch, long timestamp)
    {
        var append = new PendingAppend(batch, timestamp);
        _queue.Add(append);
        return append.Committed;
    }

    /// <summary>Returns once every append that was called before is over, whatever became of it.</summary>
    public void WaitForAppends() => _queue.WaitForLast();

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
                catch (InvalidDataException)
                {
                    segment.ForgetIndex();
                    throw;
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

        segment.ForgetIndex();
        throw new InvalidDataException($"The log file '{segment.FileName}' is damaged; a restart repairs it.");
    }

    /// <summary>
    /// Deletes the segments at the front whose records are all older than <paramref name="timestamp"/>.
    /// </summary>
    public void TrimBefore(long timestamp) => TrimWhile(oldest => oldest.Index.MaxTimestamp < timestamp);

    /// <summary>Deletes the segments at the front whose records all come before <paramref name="number"/>.</summary>
    public void TrimBeforeNumber(long number) => TrimWhile(oldest => oldest.NextNumber <= number);

    public void Dispose()
    {
        lock (_writeLock)
        {
            lock (_lock)
            {
                _isDisposed = true;
                _segments.ForEach(segment => segment.Dispose());
            }
        }

        Changes.Raise();
    }

    private void TrimWhile(Func<LogSegment, bool> isOver)
    {
        lock (_writeLock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            while (_segments[0] is var oldest && isOver(oldest))
            {
                if (oldest == Active)
                {
                    if (oldest.Length == 0)
                    {
                        return;
                    }

                    Roll();
                }

                lock (_lock)
                {
                    _segments.RemoveAt(0);
                }

                oldest.Delete();
            }
        }
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
}
