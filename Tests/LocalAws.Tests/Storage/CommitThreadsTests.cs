using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.S3.Checksums;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>Whether slow flushes of objects and of logs wait for each other.</summary>
public sealed class CommitThreadsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_log_commits_while_contents_keep_all_their_threads_busy()
    {
        using var log = RecordLog.Open(_directory.FullName, new RecordLogOptions(), NullLogger.Instance);
        using var batch = new LogBatch();
        batch.Add(Encoding.UTF8.GetBytes("a"));

        await WhileBusyAsync(CommitThreads.Contents, () => log.AppendAsync(batch, timestamp: 0));
    }

    [Fact]
    public async Task A_content_is_flushed_while_logs_keep_all_their_threads_busy()
    {
        var contents = new ContentFiles(_directory.FullName, FsyncPolicy.GroupCommit, SystemDisk.Instance, NullLogger.Instance);
        using var upload = contents.Create(ChecksumAlgorithm.Default);

        await WhileBusyAsync(CommitThreads.Logs, upload.FinishAsync);
    }

    private static async Task WhileBusyAsync(CommitThreads threads, Func<Task> call)
    {
        using var busy = new CountdownEvent(threads.Count);
        using var release = new ManualResetEventSlim();
        var holds = Enumerable.Range(0, threads.Count).Select(_ => threads.RunAsync(() =>
        {
            busy.Signal();
            release.Wait();
        })).ToList();
        try
        {
            busy.Wait(TestContext.Current.CancellationToken);
            await call().WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            release.Set();
            await Task.WhenAll(holds);
        }
    }
}
