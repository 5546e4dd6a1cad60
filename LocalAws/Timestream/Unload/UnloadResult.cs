using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>What an UNLOAD wrote.</summary>
internal sealed record UnloadResult(long Rows, long Bytes, int Partitions, string MetadataFile, string ManifestFile)
{
    /// <summary>The columns of the statement's one row.</summary>
    public static readonly IReadOnlyList<ResultColumn> Columns =
    [
        new ResultColumn("rows", SqlType.Bigint),
        new ResultColumn("metadataFile", SqlType.Varchar),
        new ResultColumn("manifestFile", SqlType.Varchar),
    ];

    public IReadOnlyList<object?> Row => [Rows, MetadataFile, ManifestFile];
}
