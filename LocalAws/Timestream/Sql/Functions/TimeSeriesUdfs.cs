using DuckDB.NET.Data;
using DuckDB.NET.Data.DataChunk.Reader;
using DuckDB.NET.Data.DataChunk.Writer;
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
        connection.RegisterScalarFunction<List<long>, List<double>, long, List<double>>(Derivative, ForEach((arguments, result, row) =>
        {
            var (times, values) = Series(arguments, 0, row);
            result.WriteValue(Calculus.Derivative(times, values, arguments[2].GetValue<long>(row)), row);
        }));
        connection.RegisterScalarFunction<List<long>, List<double>, long, double>(Integral, ForEach((arguments, result, row) =>
        {
            var (times, values) = Series(arguments, 0, row);
            result.WriteValue(Calculus.Integral(times, values, arguments[2].GetValue<long>(row)), row);
        }));
        AddCorrelation(connection, Pearson, Correlation.Pearson);
        AddCorrelation(connection, Spearman, Correlation.Spearman);
    }

    private static void AddInterpolation(
        DuckDBConnection connection, string name, Func<List<long>, List<double>, Func<long, double?>> interpolation) =>
        connection.RegisterScalarFunction<List<long>, List<double>, List<long>, List<double?>>(name, ForEach((arguments, result, row) =>
        {
            var (times, values) = Series(arguments, 0, row);
            var valueAt = interpolation(times, values);
            result.WriteValue(At(arguments[2], row).ConvertAll(time => time is { } at ? valueAt(at) : null), row);
        }));

    /// <summary>From times to places in the series, counted from 1; 0 is none.</summary>
    private static void AddSearch(DuckDBConnection connection, string name, Func<List<long>, long, int> search) =>
        connection.RegisterScalarFunction<List<long>, List<long>, List<long?>>(name, ForEach((arguments, result, row) =>
        {
            var times = arguments[0].GetValue<List<long>>(row);
            var places = At(arguments[1], row).ConvertAll(time => time is { } at ? search(times, at) + 1 : (long?)null);
            result.WriteValue(places, row);
        }));

    private static void AddCorrelation(
        DuckDBConnection connection, string name, Func<List<double>, List<double>, double?> correlation) =>
        connection.RegisterScalarFunction<List<long>, List<double>, List<long>, List<double>, double?>(name, ForEach((arguments, result, row) =>
        {
            var (times, values) = Series(arguments, 0, row);
            var (otherTimes, otherValues) = Series(arguments, 2, row);
            if (!times.SequenceEqual(otherTimes))
            {
                throw new InvalidOperationException("The time series must have the same timestamps");
            }

            result.WriteValue(correlation(values, otherValues), row);
        }));

    /// <summary>Calls the function for each row without a NULL argument; the others are NULL. DuckDB passes them all.</summary>
    private static Action<IReadOnlyList<IDuckDBDataReader>, IDuckDBDataWriter, ulong> ForEach(
        Action<IReadOnlyList<IDuckDBDataReader>, IDuckDBDataWriter, ulong> function) => (arguments, result, rows) =>
    {
        for (ulong row = 0; row < rows; row++)
        {
            if (arguments.All(argument => argument.IsValid(row)))
            {
                function(arguments, result, row);
            }
            else
            {
                result.WriteNull(row);
            }
        }
    };

    private static (List<long> Times, List<double> Values) Series(IReadOnlyList<IDuckDBDataReader> arguments, int first, ulong row) =>
        (arguments[first].GetValue<List<long>>(row), arguments[first + 1].GetValue<List<double>>(row));

    private static List<long?> At(IDuckDBDataReader times, ulong row) => times.GetValue<List<long?>>(row);
}
