namespace TelemetryAspire.LocalAws.Storage;

/// <summary>How appends reach the disk.</summary>
internal sealed partial class RecordLog
{
    private void Commit(IReadOnlyList<PendingAppend> group)
    {
        try
        {
            lock (_writeLock)
            {
                Write(group);
            }
        }
        catch (Exception exception)
        {
            // Whatever it was, no append of the group stands, and each caller is told.
            var failure = exception is IOException or ObjectDisposedException
                ? exception
                : new IOException($"The log in '{_directory}' could not be written.", exception);
            foreach (var append in group)
            {
                append.Fail(failure);
            }

            return;
        }

        Changes.Raise();
        foreach (var append in group)
        {
            append.Complete();
        }
    }

    private void Write(IReadOnlyList<PendingAppend> group)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Repair();
        if (Active.Length >= _options.SegmentBytes
            || group[0].Timestamp - Active.FirstTimestamp >= _options.SegmentAge.TotalMilliseconds)
        {
            Roll();
        }

        var frames = new ReadOnlyMemory<byte>[group.Count];
        var number = Active.NextNumber;
        for (var i = 0; i < frames.Length; i++)
        {
            frames[i] = group[i].Seal(number);
            number += group[i].Count;
        }

        WriteDurably(frames);
        lock (_lock)
        {
            foreach (var frame in frames)
            {
                Active.Publish(frame.Span);
            }
        }
    }

    private void WriteDurably(ReadOnlyMemory<byte>[] frames)
    {
        _failure = WriteFailure.Write;
        try
        {
            _options.Disk.Write(Active.File, frames, Active.Length);
            if (_options.Fsync != FsyncPolicy.Never)
            {
                _failure = WriteFailure.Flush;
                _options.Disk.Flush(Active.File);
            }

            _failure = WriteFailure.None;
        }
        catch
        {
            TryRepair();
            throw;
        }
    }

    /// <summary>Repairs at once, so that a process that ends now leaves nothing behind; else the next append does.</summary>
    private void TryRepair()
    {
        try
        {
            Repair();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotRepaired(_logger, exception, Active.FileName, _directory);
        }
    }

    /// <summary>Removes what a failed append left; until that is done, no other one is taken.</summary>
    /// <remarks>
    /// Frames of it could else be found behind a shorter batch and pass for its successors. A file whose flush failed
    /// is never written again, since the next flush may succeed without having written what this one did not.
    /// </remarks>
    private void Repair()
    {
        if (_failure == WriteFailure.None)
        {
            return;
        }

        if (Active.Length == 0)
        {
            Replace();
        }
        else
        {
            _options.Disk.SetLength(Active.File, Active.Length);
            if (_failure == WriteFailure.Flush)
            {
                Roll();
            }
        }

        _failure = WriteFailure.None;
    }

    /// <summary>Puts a new file in the place of the last segment's, which holds nothing and so is read by nobody.</summary>
    private void Replace()
    {
        Active.Delete();
        var replacement = LogSegment.Open(_directory, Active.FirstNumber);
        lock (_lock)
        {
            _segments[^1] = replacement;
        }

        FlushDirectory();
    }

    private void Roll()
    {
        TrySeal(Active);
        var next = LogSegment.Open(_directory, Active.NextNumber);
        lock (_lock)
        {
            _segments.Add(next);
        }

        FlushDirectory();
    }

    /// <summary>Makes the name of the last segment durable, before anything in it is.</summary>
    private void FlushDirectory()
    {
        if (_options.Fsync != FsyncPolicy.Never)
        {
            _failure = WriteFailure.Flush;
            _options.Disk.FlushDirectory(_directory);
        }

        _failure = WriteFailure.None;
    }

    /// <summary>Writes the index of a segment, without which the next start takes longer and lacks nothing.</summary>
    private void TrySeal(LogSegment segment)
    {
        try
        {
            segment.Seal();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotIndexed(_logger, exception, segment.FileName, _directory);
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "What a failed write left in {FileName} in {Directory} could not be removed; nothing more is written to it "
        + "before that succeeds.")]
    private static partial void LogNotRepaired(
        ILogger logger, Exception exception, string fileName, string directory);

    [LoggerMessage(
        LogLevel.Warning, "The index of {FileName} in {Directory} could not be written; the next start reads it whole.")]
    private static partial void LogNotIndexed(
        ILogger logger, Exception exception, string fileName, string directory);
}
