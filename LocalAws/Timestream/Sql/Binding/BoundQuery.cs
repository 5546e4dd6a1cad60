using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>A column of a result. A column without a name is <c>_colN</c> in the answer.</summary>
internal sealed record ResultColumn(string? Name, SqlType Type)
{
    /// <summary>The table the column is taken from unchanged; null when it is computed.</summary>
    public TableOrigin? Origin { get; init; }

    /// <summary>Whether the query gave it another name.</summary>
    public bool IsAliased { get; init; }
}

/// <summary>A query in DuckDB's SQL; its columns are c0, c1, ... there.</summary>
internal sealed record BoundQuery(string Sql, IReadOnlyList<ResultColumn> Columns);
