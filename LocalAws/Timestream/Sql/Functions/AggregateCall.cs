using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>An aggregate in DuckDB's SQL: <c>function(arguments)</c>, and what stands around it.</summary>
/// <param name="Function">DuckDB's function.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Type">The result's type in the dialect.</param>
internal sealed record AggregateCall(string Function, string Arguments, SqlType Type)
{
    /// <summary>Whether equal arguments count once, also when the query does not say so.</summary>
    public bool IsDistinct { get; init; }

    /// <summary>An order inside the call: <c>ORDER BY x</c>.</summary>
    public string? Order { get; init; }

    /// <summary>Rows that count; joined to a FILTER of the query's.</summary>
    public string? Filter { get; init; }

    /// <summary>More of DuckDB's functions over the same arguments and rows, for a result that is made of several.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>A cast or the like around the call, or what joins several calls.</summary>
    public Func<string[], string> Result { get; init; } = calls => calls[0];

    /// <summary>The whole expression.</summary>
    /// <param name="call">Writes the call of one of DuckDB's functions with its FILTER and OVER.</param>
    public string Sql(Func<string, string> call) => Result([call(Function), .. More.Select(call)]);
}
