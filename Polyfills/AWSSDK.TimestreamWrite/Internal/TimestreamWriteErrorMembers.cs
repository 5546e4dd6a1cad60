using Amazon.TimestreamWrite.Model;

namespace Amazon.TimestreamWrite.Internal;

/// <summary>What the service's errors carry beside code and message.</summary>
internal sealed class TimestreamWriteErrorMembers
{
    /// <summary>The records that were not written.</summary>
    public List<RejectedRecord> RejectedRecords { get; set; }
}
