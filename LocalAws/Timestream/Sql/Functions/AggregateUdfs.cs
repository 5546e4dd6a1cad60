using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Sql.Series;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>The last step of aggregates that DuckDB lacks: it collects the values in a list.</summary>
internal static class AggregateUdfs
{
    /// <summary>The skewness of a list.</summary>
    public const string Skewness = "skewness_of_values";

    /// <summary>From the weights of sorted values and percentiles to places, counted from 1.</summary>
    public const string PercentilePlaces = "places_of_percentiles";

    public static void Register(DuckDBConnection connection)
    {
        Udf.Register<List<double>, double?>(connection, Skewness, Moments.Skewness);
        Udf.Register<List<long>, List<double?>, List<long?>>(
            connection, PercentilePlaces, (weights, percentiles) => new WeightedPercentiles(weights).PlacesOf(percentiles));
    }
}
