using System.Text.Json.Serialization;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>The manifest of an UNLOAD: its files.</summary>
internal sealed record UnloadManifest(
    IReadOnlyList<UnloadedFile> ResultFiles, UnloadedQuery QueryMetadata, ManifestAuthor Author);

internal sealed record UnloadedFile(string Url, UnloadedContent FileMetadata);

internal sealed record UnloadedContent(long ContentLengthInBytes, long RowCount);

internal sealed record UnloadedQuery(
    long ContentLengthInBytes, long TotalRowCount, string ResultFormat, string ResultVersion);

internal sealed record ManifestAuthor(string Name, string ManifestFileVersion);

/// <summary>The metadata of an UNLOAD: its columns.</summary>
internal sealed record UnloadMetadata(IReadOnlyList<ColumnInfo> ColumnInfo, MetadataAuthor Author);

internal sealed record MetadataAuthor(string Name, string MetadataFileVersion);

/// <summary>The members of a manifest are in snake case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UnloadManifest))]
internal sealed partial class ManifestJsonContext : JsonSerializerContext;

/// <summary>The members of metadata are as in answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(UnloadMetadata))]
internal sealed partial class MetadataJsonContext : JsonSerializerContext;
