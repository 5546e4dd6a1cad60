using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql;

/// <summary>The results of SHOW and DESCRIBE, in the shapes recorded from the service.</summary>
internal static class CatalogStatements
{
    private static readonly SqlType DimensionList = new ArrayType(new RowType(
        [new RowField("dimension_name", SqlType.Varchar), new RowField("data_type", SqlType.Varchar)]));

    /// <summary>The columns of a statement that is no query.</summary>
    public static IReadOnlyList<ResultColumn> Columns(Statement statement) => statement switch
    {
        ShowDatabases => [Text("Database")],
        ShowTables => [Text("Table")],
        ShowMeasures => [Text("measure_name"), Text("data_type"), new ResultColumn("dimensions", DimensionList)],
        DescribeStatement => [Text("Column"), Text("Type"), Text("Timestream attribute type")],
        _ => throw new ArgumentOutOfRangeException(nameof(statement)),
    };

    public static IEnumerable<IReadOnlyList<object?>> Rows(
        Statement statement, CatalogSnapshot catalog, Func<TableEntry, ILookup<int, string>> dimensionsOfMeasures)
    {
        switch (statement)
        {
            case ShowDatabases databases:
                return catalog.Databases.Keys.Where(Like(databases.Like)).Select(name => (object?[])[name]);
            case ShowTables tables:
                if (tables.Database is { } database)
                {
                    TableNames.CheckDatabase(catalog, database);
                }

                return catalog.TablesOf(tables.Database?.Parts[0])
                    .Select(table => table.TableName)
                    .Where(Like(tables.Like))
                    .Select(name => (object?[])[name]);
            case ShowMeasures measures:
                return Measures(TableNames.Find(catalog, measures.Table), Like(measures.Like), dimensionsOfMeasures);
            case DescribeStatement describe:
                return Describe(TableNames.Find(catalog, describe.Table));
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private static ResultColumn Text(string name) => new(name, SqlType.Varchar);

    private static IEnumerable<IReadOnlyList<object?>> Measures(
        TableEntry table, Func<string, bool> like, Func<TableEntry, ILookup<int, string>> dimensionsOfMeasures)
    {
        var dimensions = dimensionsOfMeasures(table);
        return table.Measures
            .Select((measure, id) => (measure, id))
            .Where(item => like(item.measure.Name))
            .OrderBy(item => item.measure.Name, StringComparer.Ordinal)
            .SelectMany(item => item.measure.Types.Select(type => (object?[])
            [
                item.measure.Name,
                type.SqlName(),
                dimensions[item.id].Order(StringComparer.Ordinal).Select(DimensionRow).ToList(),
            ]));
    }

    private static Dictionary<string, object?> DimensionRow(string name) => new() { ["f0"] = name, ["f1"] = "varchar" };

    private static IEnumerable<IReadOnlyList<object?>> Describe(TableEntry table)
    {
        foreach (var dimension in table.Dimensions)
        {
            yield return [dimension, "varchar", "DIMENSION"];
        }

        yield return ["measure_name", "varchar", "MEASURE_NAME"];
        yield return ["time", "timestamp", "TIMESTAMP"];
        foreach (var type in (MeasureType[])[MeasureType.Double, MeasureType.Bigint, MeasureType.Varchar, MeasureType.Boolean])
        {
            if (table.Measures.Any(measure => measure.Types.Contains(type)))
            {
                yield return [$"measure_value::{type.SqlName()}", type.SqlName(), "MEASURE_VALUE"];
            }
        }

        foreach (var (name, type) in table.MultiColumns)
        {
            yield return [name, type.SqlName(), "MULTI"];
        }
    }

    /// <summary>A LIKE pattern as a test: % is any text, _ any character.</summary>
    private static Func<string, bool> Like(string? pattern)
    {
        if (pattern is null)
        {
            return _ => true;
        }

        var regex = new Regex(
            $"^{Regex.Escape(pattern).Replace("%", ".*", StringComparison.Ordinal).Replace('_', '.')}\\z",
            RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return regex.IsMatch;
    }
}
