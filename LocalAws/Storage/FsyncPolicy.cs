namespace TelemetryAspire.LocalAws.Storage;

/// <summary>When a write reaches the disk itself, rather than the operating system, before it is acknowledged.</summary>
/// <remarks>The operating system keeps what it was given when this process dies; only the disk keeps it when the
/// machine does.</remarks>
internal enum FsyncPolicy
{
    /// <summary>Before it is acknowledged, with one fsync for all writes to a file that waited together.</summary>
    GroupCommit,

    /// <summary>Before it is acknowledged, with an fsync for each write alone.</summary>
    EveryWrite,

    /// <summary>
    /// Whenever the operating system sees fit: a power failure may take acknowledged writes, and what these replaced.
    /// </summary>
    Never,
}
