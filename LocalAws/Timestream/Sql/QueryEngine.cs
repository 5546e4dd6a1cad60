using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Sql;

/// <summary>A statement that has begun to run: its columns, and its rows as they are read.</summary>
internal sealed record RunningStatement(IReadOnlyList<ResultColumn> Columns, IRowSource Rows);

/// <summary>Parses, binds and starts statements.</summary>
internal sealed class QueryEngine(TimestreamStore store, TimeProvider timeProvider)
{
    /// <summary>Starts a statement on a snapshot of its own: writes neither wait for it nor change its result.</summary>
    /// <exception cref="AwsException">ValidationException or QueryExecutionException.</exception>
    public RunningStatement Start(string sql, CancellationToken cancellationToken)
    {
        var catalog = store.Catalog;
        var statement = SqlParser.Parse(sql);
        if (statement is not QueryStatement query)
        {
            var rows = CatalogStatements.Rows(statement, catalog, ReadDimensionsOfMeasures);
            return new RunningStatement(CatalogStatements.Columns(statement), new ListRowSource(rows));
        }

        var bound = Bind(query, catalog);
        return new RunningStatement(
            bound.Columns, Run(() => DuckDbRowSource.Start(store.OpenReader(), bound, cancellationToken)));
    }

    /// <summary>The columns a statement would have, without running it.</summary>
    public IReadOnlyList<ResultColumn> Prepare(string sql)
    {
        var statement = SqlParser.Parse(sql);
        return statement is QueryStatement query
            ? Bind(query, store.Catalog).Columns
            : CatalogStatements.Columns(statement);
    }

    /// <summary>Runs a step of a statement; what goes wrong because of its data becomes an error of the API.</summary>
    public static T Run<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DuckDBException exception) when (QueryErrors.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }

    private BoundQuery Bind(QueryStatement query, CatalogSnapshot catalog)
    {
        var now = EpochNanos.From(timeProvider.GetUtcNow());
        return QueryBinder.Bind(new BindingContext(catalog, now), query.Query);
    }

    /// <summary>Which dimensions the records of each measure have: by measure id.</summary>
    private ILookup<int, string> ReadDimensionsOfMeasures(TableEntry table)
    {
        using var connection = store.OpenReader();
        var present = string.Concat(table.Dimensions.Select(
            (_, index) => $", bool_or(s.{StoredTable.Dimension(index)} IS NOT NULL)"));
        var rows = connection.Read(
            $"SELECT p.measure_id{present} FROM (SELECT DISTINCT measure_id, series_id FROM {StoredTable.Rows(table.Id)}) p "
            + $"JOIN {StoredTable.Series(table.Id)} s ON p.series_id = s.series_id GROUP BY p.measure_id",
            reader => (
                Id: reader.GetInt32(0),
                Names: table.Dimensions.Where((_, index) => reader.GetBoolean(index + 1)).ToList()));
        return rows
            .SelectMany(row => row.Names, (row, name) => (row.Id, name))
            .ToLookup(item => item.Id, item => item.name);
    }
}
