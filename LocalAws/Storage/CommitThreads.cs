using System.Collections.Concurrent;

namespace TelemetryAspire.LocalAws.Storage;

/// <summary>The threads that wait for the disk, so that none of the thread pool does.</summary>
/// <remarks>
/// An fsync blocks its thread for as long as the disk takes, and the pool, which has a thread per core at first, would
/// serve no request meanwhile. Several threads let one request's shards reach the disk together, and let the file
/// system make one journal commit of their flushes: eight take 1.6 ms for 16 files where one takes 6 ms.
/// </remarks>
internal static class CommitThreads
{
    private const int Count = 8;
    private static readonly BlockingCollection<Action> Work = Start();

    /// <summary>Has <paramref name="commit"/> run by one of the threads. It must not throw.</summary>
    public static void Run(Action commit) => Work.Add(commit);

    /// <summary>Has <paramref name="flush"/> run by one of the threads, and tells when it is over.</summary>
    public static Task RunAsync(Action flush)
    {
        var completion = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Run(() =>
        {
            try
            {
                flush();
                completion.SetResult();
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
        });
        return completion.Task;
    }

    private static BlockingCollection<Action> Start()
    {
        var work = new BlockingCollection<Action>();
        for (var i = 1; i <= Count; i++)
        {
            new Thread(() => RunAll(work)) { Name = $"Commit {i}", IsBackground = true }.Start();
        }

        return work;
    }

    private static void RunAll(BlockingCollection<Action> work)
    {
        foreach (var commit in work.GetConsumingEnumerable())
        {
            commit();
        }
    }
}
