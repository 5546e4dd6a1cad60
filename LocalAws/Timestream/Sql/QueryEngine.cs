using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Storage;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;
using TelemetryAspire.LocalAws.Timestream.Storage;
using TelemetryAspire.LocalAws.Timestream.Unload;

namespace TelemetryAspire.LocalAws.Timestream.Sql;

/// <summary>A statement that has begun to run: its columns, and its rows as they are read.</summary>
internal sealed record RunningStatement(IReadOnlyList<ResultColumn> Columns, IRowSource Rows)
{
    /// <summary>How many tables it reads.</summary>
    public int TableCount { get; init; }

    /// <summary>What it wrote; null unless it is an UNLOAD.</summary>
    public UnloadResult? Unload { get; init; }
}

/// <summary>A statement that was bound but does not run: its columns, and its parameters with their types.</summary>
internal sealed record PreparedStatement(
    IReadOnlyList<ResultColumn> Columns, IReadOnlyList<(string Name, SqlType Type)> Parameters);

/// <summary>Parses, binds and starts statements.</summary>
internal sealed class QueryEngine(TimestreamStore store, ObjectStore objects, TimeProvider timeProvider)
{
    /// <summary>A condition on more series than this is left to a join: as a list it would take longer.</summary>
    private const int MaxSeriesIds = 1000;

    /// <summary>Starts a statement, and if it is an UNLOAD carries it out: its rows are then what it wrote.</summary>
    /// <param name="queryId">The query's id, which the files of an UNLOAD are named after.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AwsException">ValidationException or QueryExecutionException.</exception>
    public async Task<RunningStatement> StartAsync(string queryId, string sql, CancellationToken cancellationToken)
    {
        if (SqlParser.Parse(sql) is not UnloadStatement unload)
        {
            return Start(sql, cancellationToken);
        }

        var query = Start(new QueryStatement(unload.Query), StatementParameters.None(), cancellationToken);
        using var rows = query.Rows;
        await using var writer = new UnloadWriter(objects, UnloadPlan.Create(unload, query.Columns), queryId);
        var result = await writer.WriteAsync(rows, cancellationToken);
        return new RunningStatement(UnloadResult.Columns, new ListRowSource(UnloadResult.Columns, [result.Row]))
        {
            TableCount = query.TableCount,
            Unload = result,
        };
    }

    /// <summary>Starts a statement on a snapshot of its own: writes neither wait for it nor change its result.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="parameters">The values of its parameters; null when it may have none.</param>
    /// <exception cref="AwsException">ValidationException or QueryExecutionException.</exception>
    public RunningStatement Start(
        string sql, CancellationToken cancellationToken, StatementParameters? parameters = null) =>
        Start(SqlParser.Parse(sql), parameters ?? StatementParameters.None(), cancellationToken);

    /// <summary>The columns a statement would have and the parameters it names, without running it.</summary>
    public PreparedStatement Prepare(string sql)
    {
        var statement = SqlParser.Parse(sql);
        if (statement is UnloadStatement unload)
        {
            var query = Prepare(new QueryStatement(unload.Query));
            UnloadPlan.Create(unload, query.Columns);
            return query with { Columns = UnloadResult.Columns };
        }

        return statement is QueryStatement select
            ? Prepare(select)
            : new PreparedStatement(CatalogStatements.Columns(statement), []);
    }

    /// <summary>The columns and parameters of what must be a query.</summary>
    public PreparedStatement PrepareQuery(string sql) => SqlParser.Parse(sql) is QueryStatement query
        ? Prepare(query)
        : throw TimestreamErrors.Validation("The statement must be a query: SELECT, WITH or VALUES.");

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

    /// <inheritdoc cref="Run{T}"/>
    public static async Task<T> RunAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (DuckDBException exception) when (QueryErrors.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }

    private RunningStatement Start(
        Statement statement, StatementParameters parameters, CancellationToken cancellationToken)
    {
        var catalog = store.Catalog;
        if (statement is UnloadStatement unload)
        {
            throw SqlError.At(unload.Position, "UNLOAD cannot be used here: a query is expected");
        }

        if (statement is not QueryStatement query)
        {
            var rows = CatalogStatements.Rows(statement, catalog, ReadDimensionsOfMeasures);
            var columns = CatalogStatements.Columns(statement);
            return new RunningStatement(columns, new ListRowSource(columns, rows));
        }

        return Run(() => Start(query, catalog, parameters, cancellationToken));
    }

    private RunningStatement Start(
        QueryStatement query, CatalogSnapshot catalog, StatementParameters parameters, CancellationToken cancellationToken)
    {
        var connection = store.OpenReader();
        try
        {
            var (bound, tables) = Bind(query, catalog, parameters, (table, dimension, values) => FindSeries(
                connection, table, dimension, values));
            return new RunningStatement(bound.Columns, DuckDbRowSource.Start(connection, bound, cancellationToken))
            {
                TableCount = tables,
            };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <remarks>A series that comes after this and before the query runs is as if it had come after the query.</remarks>
    private static List<int>? FindSeries(
        DuckDBConnection connection, TableEntry table, int dimension, IReadOnlyList<string> values)
    {
        var texts = string.Join(", ", values.Select(Literals.Text));
        var ids = connection.Read(
            $"SELECT series_id FROM {StoredTable.Series(table.Id)} WHERE {StoredTable.Dimension(dimension)} IN ({texts}) "
            + $"LIMIT {MaxSeriesIds + 1}",
            reader => reader.GetInt32(0));
        return ids.Count <= MaxSeriesIds ? ids : null;
    }

    private PreparedStatement Prepare(QueryStatement query)
    {
        var parameters = StatementParameters.Prepared();
        var (bound, _) = Bind(query, store.Catalog, parameters, findSeries: null);
        return new PreparedStatement(bound.Columns, parameters.Describe(bound.Sql));
    }

    private (BoundQuery Query, int Tables) Bind(
        QueryStatement query, CatalogSnapshot catalog, StatementParameters parameters, SeriesLookup? findSeries)
    {
        var now = EpochNanos.From(timeProvider.GetUtcNow());
        var context = new BindingContext(catalog, now) { Parameters = parameters, FindSeries = findSeries };
        return (QueryBinder.Bind(context, query.Query), context.TableIds.Count);
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
