using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Functions;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>
/// Finds the stored ids of the series whose dimension has one of the values; null when they are too many to be listed.
/// </summary>
internal delegate IReadOnlyList<int>? SeriesLookup(TableEntry table, int dimension, IReadOnlyList<string> values);

/// <summary>What binding one statement needs: the catalog, the time of now(), and fresh names.</summary>
internal sealed class BindingContext(CatalogSnapshot catalog, long nowNanos)
{
    /// <summary>
    /// Expressions that are bound in one statement, some several times: lambdas and TRY inside one another could double
    /// the work at each level. A query of the greatest length has fewer expressions than this.
    /// </summary>
    private const int MaxExpressions = 500_000;

    private int _names;
    private int _expressions;

    public CatalogSnapshot Catalog { get; } = catalog;

    /// <summary>
    /// The one value of now() for the whole statement, in nanoseconds; the service's clock shows whole milliseconds.
    /// </summary>
    public long NowNanos { get; } = nowNanos - (nowNanos % TimeSql.NanosPerMilli);

    /// <summary>The tables that the statement reads, for its statistics.</summary>
    public HashSet<int> TableIds { get; } = [];

    /// <summary>The values of the statement's parameters, and which there are.</summary>
    public StatementParameters Parameters { get; init; } = StatementParameters.None();

    /// <summary>Finds series for the conditions of a statement that will run; null for one that is only prepared.</summary>
    public SeriesLookup? FindSeries { get; init; }

    /// <summary>Counts the work of binding.</summary>
    public void CountExpression(SourcePosition position)
    {
        if (++_expressions > MaxExpressions)
        {
            throw SqlError.At(position, "the query is too complex");
        }
    }

    /// <summary>A name that nothing else in the statement has.</summary>
    public string NewName(string prefix) => prefix + (++_names).ToString(CultureInfo.InvariantCulture);
}
