using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.Storage;
using static TelemetryAspire.LocalAws.Tests.Storage.RecordLogTests;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>What a log acknowledges, shows and keeps when its disk is slow or fails.</summary>
public sealed class RecordLogFaultTests : IDisposable
{
    private static readonly IOException NoSpace = new("No space left on device");
    private static readonly IOException Broken = new("Input/output error");
    private readonly TemporaryDirectory _directory = new();
    private readonly FaultyDisk _disk = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_record_is_neither_acknowledged_nor_visible_before_it_is_flushed()
    {
        using var log = Open();
        _disk.MayFlush.Reset();

        var append = AppendAsync(log, "a");
        _disk.IsFlushing.Wait(Cancellation);

        Assert.False(append.IsCompleted);
        Assert.Empty(Texts(log));
        _disk.MayFlush.Set();
        Assert.Equal(0, await append);
        Assert.Equal(["a"], Texts(log));
    }

    [Theory]
    [InlineData(nameof(FsyncPolicy.GroupCommit), 2)]
    [InlineData(nameof(FsyncPolicy.EveryWrite), 4)]
    public async Task Appends_that_wait_for_a_flush_share_the_next_one_unless_each_is_to_have_its_own(
        string policy,
        int flushes)
    {
        using var log = Open(Enum.Parse<FsyncPolicy>(policy));
        var before = _disk.Flushes;
        _disk.MayFlush.Reset();
        _disk.IsFlushing.Reset();
        var first = AppendAsync(log, "a");
        _disk.IsFlushing.Wait(Cancellation);
        Task[] appends = [first, AppendAsync(log, "b"), AppendAsync(log, "c"), AppendAsync(log, "d")];

        _disk.MayFlush.Set();
        await Task.WhenAll(appends);

        Assert.Equal(flushes, _disk.Flushes - before);
        Assert.Equal(["a", "b", "c", "d"], Texts(log));
    }

    [Fact]
    public async Task Without_fsync_nothing_is_flushed()
    {
        using var log = Open(FsyncPolicy.Never);

        await AppendAsync(log, "a");

        Assert.Equal(0, _disk.Flushes);
        Assert.Equal(["a"], Texts(log));
    }

    [Theory]
    [InlineData(nameof(FsyncPolicy.GroupCommit))]
    [InlineData(nameof(FsyncPolicy.Never))]
    public async Task A_write_that_fails_half_way_leaves_nothing_and_the_next_one_succeeds(string policy)
    {
        using (var log = Open(Enum.Parse<FsyncPolicy>(policy)))
        {
            await AppendAsync(log, "a");
            _disk.WriteError = NoSpace;
            await Assert.ThrowsAsync<IOException>(() => AppendAsync(log, "lost"));
            _disk.WriteError = null;
            Assert.Equal(1, await AppendAsync(log, "b"));
            Assert.Equal(["a", "b"], Texts(log));
        }

        Assert.Equal(["a", "b"], Reopen());
    }

    [Fact]
    public async Task After_a_flush_that_failed_the_file_is_never_written_again()
    {
        using (var log = Open())
        {
            await AppendAsync(log, "a");
            _disk.FlushError = Broken;
            await Assert.ThrowsAsync<IOException>(() => AppendAsync(log, "lost"));
            Assert.Equal(["a"], Texts(log));
            var failed = _disk.Written[^1];
            _disk.FlushError = null;

            Assert.Equal(1, await AppendAsync(log, "b"));

            Assert.NotSame(failed, _disk.Written[^1]);
            Assert.Equal(["a", "b"], Texts(log));
        }

        Assert.Equal(["a", "b"], Reopen());
    }

    [Fact]
    public async Task A_log_whose_very_first_flush_failed_goes_on_in_another_file()
    {
        using (var log = Open())
        {
            _disk.FlushError = Broken;
            await Assert.ThrowsAsync<IOException>(() => AppendAsync(log, "lost"));
            var failed = _disk.Written[^1];
            _disk.FlushError = null;

            Assert.Equal(0, await AppendAsync(log, "a"));

            Assert.NotSame(failed, _disk.Written[^1]);
        }

        Assert.Equal(["a"], Reopen());
    }

    [Fact]
    public async Task Nothing_is_taken_while_what_a_failed_write_left_cannot_be_removed()
    {
        using var log = Open();
        await AppendAsync(log, "a");
        (_disk.WriteError, _disk.SetLengthError) = (NoSpace, Broken);
        await Assert.ThrowsAsync<IOException>(() => AppendAsync(log, "lost"));
        _disk.WriteError = null;

        Assert.Same(Broken, await Assert.ThrowsAsync<IOException>(() => AppendAsync(log, "refused")));

        _disk.SetLengthError = null;
        Assert.Equal(1, await AppendAsync(log, "b"));
        Assert.Equal(["a", "b"], Texts(log));
    }

    [Fact]
    public async Task A_flush_that_fails_fails_every_append_that_shared_it()
    {
        using var log = Open();
        _disk.MayFlush.Reset();
        _disk.IsFlushing.Reset();
        var first = AppendAsync(log, "a");
        _disk.IsFlushing.Wait(Cancellation);
        Task[] sharing = [AppendAsync(log, "b"), AppendAsync(log, "c")];
        _disk.FlushError = Broken;

        _disk.MayFlush.Set();

        await Assert.ThrowsAsync<IOException>(() => first);
        foreach (var append in sharing)
        {
            Assert.Same(Broken, await Assert.ThrowsAsync<IOException>(() => append));
        }

        Assert.Empty(Texts(log));
    }

    [Fact]
    public async Task Closing_waits_for_the_commit_under_way_and_leaves_no_append_waiting()
    {
        var log = Open();
        _disk.MayFlush.Reset();
        _disk.IsFlushing.Reset();
        var first = AppendAsync(log, "a");
        _disk.IsFlushing.Wait(Cancellation);
        var second = AppendAsync(log, "b");
        var closing = Task.Run(log.Dispose, Cancellation);
        Assert.False(closing.IsCompleted);

        _disk.MayFlush.Set();
        await closing;

        Assert.Equal(0, await first);
        await Eventually.UntilAsync(() => second.IsCompleted);
        Assert.Contains(Reopen(), text => text == "a");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<long> AppendAsync(RecordLog log, string payload)
    {
        using var batch = new LogBatch();
        batch.Add(Encoding.UTF8.GetBytes(payload));
        return await log.AppendAsync(batch, timestamp: 0);
    }

    private static List<string> Texts(RecordLog log)
    {
        using var records = log.Read(0, 100, long.MaxValue);
        return [.. List(records).Select(record => record.Payload)];
    }

    private List<string> Reopen()
    {
        using var log = RecordLog.Open(_directory.FullName, new RecordLogOptions(), NullLogger.Instance);
        return Texts(log);
    }

    private RecordLog Open(FsyncPolicy policy = FsyncPolicy.GroupCommit) => RecordLog.Open(
        _directory.FullName, new RecordLogOptions { Disk = _disk, Fsync = policy }, NullLogger.Instance);
}
