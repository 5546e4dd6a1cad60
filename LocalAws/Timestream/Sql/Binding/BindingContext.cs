using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>What binding one statement needs: the catalog, the time of now(), and fresh names.</summary>
internal sealed class BindingContext(CatalogSnapshot catalog, long nowNanos)
{
    private int _names;

    public CatalogSnapshot Catalog { get; } = catalog;

    /// <summary>The one value of now() for the whole statement, in nanoseconds.</summary>
    public long NowNanos { get; } = nowNanos;

    /// <summary>The tables that the statement reads, for its statistics.</summary>
    public HashSet<int> TableIds { get; } = [];

    /// <summary>A name that nothing else in the statement has.</summary>
    public string NewName(string prefix) => prefix + (++_names).ToString(CultureInfo.InvariantCulture);
}
