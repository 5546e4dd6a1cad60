using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>When a directory that was asked for is taken to be on the disk.</summary>
public sealed class DirectoryEntriesTests : IDisposable
{
    /// <summary>Long for a call that does not wait.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    private readonly TemporaryDirectory _directory = new();
    private readonly FaultyDisk _disk = new();

    /// <summary>The flushes, without those of what is above: another test's may have come before them.</summary>
    private IEnumerable<string> Flushed =>
        _disk.FlushedDirectories.Where(path => path.StartsWith(_directory.FullName, StringComparison.Ordinal));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Who_finds_a_directory_waits_until_the_one_who_made_it_has_flushed_it()
    {
        DirectoryEntries.Create(_directory.File("before"), _disk);
        _disk.IsFlushingDirectory.Reset();
        _disk.MayFlushDirectory.Reset();
        var maker = NewThread();
        _disk.IsFlushingDirectory.Wait(TestContext.Current.CancellationToken);
        var finder = NewThread();

        var isFound = finder.Join(Moment);
        _disk.MayFlushDirectory.Set();
        maker.Join();
        finder.Join();

        Assert.False(isFound, "It took a directory for durable that was not flushed.");
    }

    [Fact]
    public void Each_directory_on_the_way_is_flushed_into_its_parent()
    {
        DirectoryEntries.Create(_directory.File("a/b"), _disk);

        Assert.Equal([_directory.FullName, _directory.File("a")], Flushed);
    }

    [Fact]
    public void Directories_that_an_earlier_process_left_are_flushed_once()
    {
        Directory.CreateDirectory(_directory.File("a"));
        Directory.CreateDirectory(_directory.File("b"));

        DirectoryEntries.Create(_directory.File("a"), _disk);
        DirectoryEntries.Create(_directory.File("b"), _disk);

        Assert.Equal([_directory.FullName], Flushed);
    }

    [Fact]
    public void A_directory_whose_flush_failed_is_flushed_when_it_is_asked_for_again()
    {
        DirectoryEntries.Create(_directory.File("a"), _disk);
        _disk.FlushDirectoryError = new IOException("Input/output error");
        Assert.Throws<IOException>(() => DirectoryEntries.Create(_directory.File("b"), _disk));
        _disk.FlushDirectoryError = null;

        DirectoryEntries.Create(_directory.File("b"), _disk);

        Assert.Equal([_directory.FullName, _directory.FullName], Flushed);
    }

    private Thread NewThread()
    {
        var thread = new Thread(() => DirectoryEntries.Create(_directory.File("a"), _disk)) { IsBackground = true };
        thread.Start();
        return thread;
    }
}
