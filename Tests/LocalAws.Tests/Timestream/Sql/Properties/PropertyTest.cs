using System.Globalization;
using CsCheck;
using TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Properties;

/// <summary>Queries over random rows, compared with a straightforward computation in memory.</summary>
/// <remarks>The rows stand in the query as VALUES, so all tests of a class share one LocalAws and write nothing.</remarks>
public abstract class PropertyTest(GoldenHost host) : GoldenTest(host)
{
    /// <summary>Checks random data one after the other; a failure tells the seed.</summary>
    protected static Task CheckAsync<T>(Gen<T> data, Func<T, Task> check) => data.SampleAsync(check, iter: 60, threads: 1);

    /// <summary>A literal of the dialect.</summary>
    protected static string Literal(object? value) => value switch
    {
        null => "NULL",
        double number => string.Create(CultureInfo.InvariantCulture, $"{number:R}e0"),
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        string text => $"'{text}'",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    /// <summary>A row of VALUES. The first row's types are the columns', so that a column of NULLs has one.</summary>
    protected static string Row(params IEnumerable<object?> values) => $"row({string.Join(", ", values.Select(Literal))})";

    /// <summary>The text of a whole number or NULL.</summary>
    protected static string? Whole(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Numbers that agree to nine digits; NULL agrees with NULL.</summary>
    protected static void AssertClose(double? expected, string? actual, string what)
    {
        if (expected is null || actual is null)
        {
            Assert.True(expected is null && actual is null, $"{what}: expected {expected}, got {actual}.");
            return;
        }

        var number = double.Parse(actual, CultureInfo.InvariantCulture);
        var tolerance = 1e-9 * Math.Max(1, Math.Abs(expected.Value));
        Assert.True(
            Math.Abs(expected.Value - number) <= tolerance || (double.IsNaN(number) && double.IsNaN(expected.Value)),
            $"{what}: expected {expected}, got {actual}.");
    }

    /// <summary>The same rows; a difference is told by its row and column.</summary>
    protected static void AssertRows(IEnumerable<string?[]> expected, IReadOnlyList<string?[]> actual)
    {
        var rows = expected.ToList();
        Assert.Equal(rows.Count, actual.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            Assert.Equal(rows[row].Length, actual[row].Length);
            for (var column = 0; column < rows[row].Length; column++)
            {
                Assert.True(
                    rows[row][column] == actual[row][column],
                    $"Row {row}, column {column}: expected {rows[row][column]}, got {actual[row][column]}.");
            }
        }
    }
}
