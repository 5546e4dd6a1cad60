using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>The DuckDB file under all Timestream tables: opening it, and short statements on it.</summary>
internal static class DuckDb
{
    /// <summary>
    /// Memory DuckDB may take for sorting, grouping and caching; more spills to a directory beside the file.
    /// </summary>
    private const string MemoryLimit = "2GB";

    /// <summary>What queries may spill at once, beyond which they fail: a runaway one must not fill the disk.</summary>
    private const string SpillLimit = "4GB";

    /// <summary>
    /// The write-ahead log's size that starts a checkpoint: large enough not to interrupt writes every second, small
    /// enough to be replayed within about a second at start.
    /// </summary>
    private const string CheckpointThreshold = "64MB";

    /// <summary>
    /// Opens the file, creating it when absent, and shuts everything but the file itself off: no other file, no network,
    /// no extension, no setting can be reached from SQL afterwards, whatever passes the parser.
    /// </summary>
    public static DuckDBConnection Open(string file)
    {
        var connection = Connect(file);
        connection.Execute(
            $"""
            SET memory_limit = '{MemoryLimit}';
            SET max_temp_directory_size = '{SpillLimit}';
            SET checkpoint_threshold = '{CheckpointThreshold}';
            SET threads = {Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)};
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET enable_external_access = false;
            SET lock_configuration = true;
            """);
        return connection;
    }

    /// <summary>Another connection to the file that this process has opened: it has its own transactions.</summary>
    public static DuckDBConnection Connect(string file)
    {
        var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        return connection;
    }

    /// <summary>Runs statements that return nothing, with values for their <c>$1</c>, <c>$2</c>, ... parameters.</summary>
    public static int Execute(this DuckDBConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(new DuckDBParameter(value));
        }

        return command.ExecuteNonQuery();
    }

    /// <summary>Runs one statement that has no values and returns nothing.</summary>
    /// <remarks>
    /// A command of the library asks again and again whether its statement is done, which takes a core for as long as a
    /// COMMIT waits for the disk: 1.8 of the 4.2 ms that a commit of 1,600 rows takes. DuckDB's own call waits.
    /// </remarks>
    /// <exception cref="StatementException">The statement failed.</exception>
    public static void Run(this DuckDBConnection connection, string sql)
    {
        var state = NativeMethods.Query.DuckDBQuery(connection.NativeConnection, sql, out var result);
        try
        {
            if (state is not DuckDBState.Success)
            {
                throw new StatementException(NativeMethods.Query.DuckDBResultError(ref result));
            }
        }
        finally
        {
            NativeMethods.Query.DuckDBDestroyResult(ref result);
        }
    }

    /// <summary>Runs statements as one transaction: when anything in it throws, none of them has happened.</summary>
    /// <remarks>
    /// In SQL, because the library's transaction object stays with its connection when COMMIT fails, and the connection
    /// then refuses every later one.
    /// </remarks>
    public static void InTransaction(this DuckDBConnection connection, Action statements)
    {
        connection.Run("BEGIN TRANSACTION");
        try
        {
            statements();
            connection.Run("COMMIT");
        }
        catch
        {
            RollBack(connection);
            throw;
        }
    }

    /// <summary>Runs one query and reads each row with <paramref name="read"/>.</summary>
    public static List<T> Read<T>(this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static void RollBack(DuckDBConnection connection)
    {
        try
        {
            connection.Run("ROLLBACK");
        }
        catch (StatementException)
        {
            // A COMMIT that failed has ended the transaction itself. The caller is told why that failed.
        }
    }
}
