using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Sql.Series;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Functions;

/// <summary>What DuckDB calls for time series: a series comes as its times and its values, in the order of time.</summary>
/// <remarks>The library can write lists of scalars but no structs, so results are values, and SQL joins them to times.</remarks>
internal static class TimeSeriesUdfs
{
    public const string Linear = "series_linear";
    public const string CubicSpline = "series_cubic_spline";
    public const string LastAt = "series_last_at";
    public const string ExactAt = "series_exact_at";
    public const string Derivative = "series_derivative";
    public const string Integral = "series_integral";
    public const string Pearson = "series_pearson";
    public const string Spearman = "series_spearman";

    public static void Register(DuckDBConnection connection)
    {
        AddInterpolation(connection, Linear, (times, values) => new LinearInterpolation(times, values).At);
        AddInterpolation(connection, CubicSpline, (times, values) => new CubicSpline(times, values).At);
        AddSearch(connection, LastAt, SeriesSearch.LastAt);
        AddSearch(connection, ExactAt, SeriesSearch.ExactAt);
        Udf.Register<List<long>, List<double>, long, List<double>>(connection, Derivative, Calculus.Derivative);
        Udf.Register<List<long>, List<double>, long, double>(connection, Integral, Calculus.Integral);
        AddCorrelation(connection, Pearson, Correlation.Pearson);
        AddCorrelation(connection, Spearman, Correlation.Spearman);
    }

    private static void AddInterpolation(
        DuckDBConnection connection, string name, Func<List<long>, List<double>, Func<long, double?>> interpolation) =>
        Udf.Register<List<long>, List<double>, List<long?>, List<double?>>(connection, name, (times, values, wanted) =>
        {
            var valueAt = interpolation(times, values);
            return wanted.ConvertAll(time => time is { } at ? valueAt(at) : null);
        });

    /// <summary>From times to places in the series, counted from 1; 0 is none.</summary>
    private static void AddSearch(DuckDBConnection connection, string name, Func<List<long>, long, int> search) =>
        Udf.Register<List<long>, List<long?>, List<long?>>(
            connection, name, (times, wanted) => wanted.ConvertAll(time => time is { } at ? search(times, at) + 1L : (long?)null));

    private static void AddCorrelation(
        DuckDBConnection connection, string name, Func<List<double>, List<double>, double?> correlation) =>
        Udf.Register<List<long>, List<double>, List<long>, List<double>, double?>(
            connection,
            name,
            (times, values, otherTimes, otherValues) => times.SequenceEqual(otherTimes)
                ? correlation(values, otherValues)
                : throw new QueryDataException("The time series must have the same timestamps"));
}
