using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Sql;

/// <summary>A statement that has begun to run: its columns, and its rows as they are read.</summary>
internal sealed record RunningStatement(IReadOnlyList<ResultColumn> Columns, IRowSource Rows);

/// <summary>A statement that was bound but does not run: its columns, and its parameters with their types.</summary>
internal sealed record PreparedStatement(
    IReadOnlyList<ResultColumn> Columns, IReadOnlyList<(string Name, SqlType Type)> Parameters);

/// <summary>Parses, binds and starts statements.</summary>
internal sealed class QueryEngine(TimestreamStore store, TimeProvider timeProvider)
{
    /// <summary>Starts a statement on a snapshot of its own: writes neither wait for it nor change its result.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="parameters">The values of its parameters; null when it may have none.</param>
    /// <exception cref="AwsException">ValidationException or QueryExecutionException.</exception>
    public RunningStatement Start(string sql, CancellationToken cancellationToken, StatementParameters? parameters = null)
    {
        var catalog = store.Catalog;
        var statement = SqlParser.Parse(sql);
        if (statement is not QueryStatement query)
        {
            var rows = CatalogStatements.Rows(statement, catalog, ReadDimensionsOfMeasures);
            return new RunningStatement(CatalogStatements.Columns(statement), new ListRowSource(rows));
        }

        var bound = Bind(query, catalog, parameters ?? StatementParameters.None());
        return new RunningStatement(
            bound.Columns, Run(() => DuckDbRowSource.Start(store.OpenReader(), bound, cancellationToken)));
    }

    /// <summary>The columns a statement would have and the parameters it names, without running it.</summary>
    public PreparedStatement Prepare(string sql)
    {
        var statement = SqlParser.Parse(sql);
        if (statement is not QueryStatement query)
        {
            return new PreparedStatement(CatalogStatements.Columns(statement), []);
        }

        var parameters = StatementParameters.Prepared();
        var bound = Bind(query, store.Catalog, parameters);
        return new PreparedStatement(bound.Columns, parameters.Describe(bound.Sql));
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

    private BoundQuery Bind(QueryStatement query, CatalogSnapshot catalog, StatementParameters parameters)
    {
        var now = EpochNanos.From(timeProvider.GetUtcNow());
        return QueryBinder.Bind(new BindingContext(catalog, now) { Parameters = parameters }, query.Query);
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
