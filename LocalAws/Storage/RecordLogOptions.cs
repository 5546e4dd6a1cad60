namespace TelemetryAspire.LocalAws.Storage;

/// <summary>
/// How durable an append is, and when a log starts a new segment, and with it how finely its front can be trimmed.
/// </summary>
internal sealed record RecordLogOptions
{
    /// <summary>When an append is on the disk.</summary>
    public FsyncPolicy Fsync { get; init; } = FsyncPolicy.GroupCommit;

    /// <summary>The disk.</summary>
    public IDisk Disk { get; init; } = SystemDisk.Instance;

    /// <summary>The size, in bytes, from which on a segment takes no more appends.</summary>
    public long SegmentBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The time between a segment's first record and the append that starts the next segment.</summary>
    public TimeSpan SegmentAge { get; init; } = TimeSpan.FromHours(1);
}
