using TelemetryAspire.LocalAws.Timestream.Sql;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>What a query read and wrote. All members of the API's are optional; those on partitions mean nothing here.</summary>
internal sealed record QueryInsightsResponse(
    long QueryTableCount,
    long OutputRows,
    long OutputBytes,
    long? UnloadPartitionCount,
    long? UnloadWrittenRows,
    long? UnloadWrittenBytes)
{
    public static QueryInsightsResponse Of(RunningStatement statement, long rows, long bytes) => new(
        statement.TableCount,
        rows,
        bytes,
        statement.Unload?.Partitions,
        statement.Unload?.Rows,
        statement.Unload?.Bytes);
}
