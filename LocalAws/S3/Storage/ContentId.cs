namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>
/// Names the file that holds an object's content: the run of the process that wrote it and a counter.
/// </summary>
/// <remarks>Nothing a client sends takes part in it, so no key can point outside the data directory.</remarks>
internal readonly record struct ContentId(long Value)
{
    private const int CounterBits = 40;
    private const int FilesPerFolderBits = 10;

    /// <summary>Which run of the process wrote the file.</summary>
    public long Run => Value >> CounterBits;

    /// <summary>The file's path below the content directory.</summary>
    public string RelativePath => Path.Combine(
        RunFolder(Run),
        (Counter >> FilesPerFolderBits).ToString("x8"),
        Counter.ToString("x10"));

    private long Counter => Value & ((1L << CounterBits) - 1);

    public static ContentId Create(long run, long counter) => new((run << CounterBits) | counter);

    public static string RunFolder(long run) => run.ToString("x5");
}
