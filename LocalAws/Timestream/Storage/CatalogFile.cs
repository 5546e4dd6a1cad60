using System.Text.Json;
using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>The catalog as it is kept in the DuckDB file: one JSON document for each database and table.</summary>
/// <remarks>It shares transactions with the data, so that a table and its columns appear together or not at all.</remarks>
internal static class CatalogFile
{
    /// <summary>Creates the catalog's own tables in a new file.</summary>
    public static void Create(DuckDBConnection connection) => connection.Execute(
        """
        CREATE TABLE IF NOT EXISTS catalog_databases (name VARCHAR NOT NULL, definition VARCHAR NOT NULL);
        CREATE TABLE IF NOT EXISTS catalog_scheduled_queries (id VARCHAR NOT NULL, definition VARCHAR NOT NULL);
        CREATE TABLE IF NOT EXISTS catalog_account (definition VARCHAR NOT NULL);
        CREATE TABLE IF NOT EXISTS catalog_tables (id INTEGER NOT NULL, definition VARCHAR NOT NULL);
        CREATE SEQUENCE IF NOT EXISTS catalog_table_ids;
        """);

    public static CatalogSnapshot Load(DuckDBConnection connection)
    {
        var context = StorageJsonContext.Default;
        var databases = connection.Read(
            "SELECT definition FROM catalog_databases",
            reader => JsonSerializer.Deserialize(reader.GetString(0), context.DatabaseEntry)!);
        var tables = connection.Read(
            "SELECT definition FROM catalog_tables",
            reader => JsonSerializer.Deserialize(reader.GetString(0), context.TableEntry)!);
        var account = connection.Read(
            "SELECT definition FROM catalog_account",
            reader => JsonSerializer.Deserialize(reader.GetString(0), context.AccountSettings)!);
        var queries = connection.Read(
            "SELECT definition FROM catalog_scheduled_queries",
            reader => JsonSerializer.Deserialize(reader.GetString(0), context.ScheduledQueryEntry)!);
        return new CatalogSnapshot
        {
            ScheduledQueries = CatalogSnapshot.Empty.ScheduledQueries.AddRange(
                queries.Select(entry => KeyValuePair.Create(entry.Id, entry))),
            Account = account.FirstOrDefault(AccountSettings.Default),
            Databases = CatalogSnapshot.Empty.Databases.AddRange(databases.Select(entry => KeyValuePair.Create(entry.Name, entry))),
            Tables = CatalogSnapshot.Empty.Tables.AddRange(
                tables.Select(entry => KeyValuePair.Create(new TableName(entry.DatabaseName, entry.TableName), entry))),
        };
    }

    public static void Save(DuckDBConnection connection, AccountSettings account)
    {
        connection.Execute("DELETE FROM catalog_account");
        connection.Execute(
            "INSERT INTO catalog_account VALUES ($1)",
            JsonSerializer.Serialize(account, StorageJsonContext.Default.AccountSettings));
    }

    public static void Save(DuckDBConnection connection, ScheduledQueryEntry query)
    {
        Delete(connection, query);
        connection.Execute(
            "INSERT INTO catalog_scheduled_queries VALUES ($1, $2)",
            query.Id,
            JsonSerializer.Serialize(query, StorageJsonContext.Default.ScheduledQueryEntry));
    }

    public static void Delete(DuckDBConnection connection, ScheduledQueryEntry query) =>
        connection.Execute("DELETE FROM catalog_scheduled_queries WHERE id = $1", query.Id);

    public static int NextTableId(DuckDBConnection connection) =>
        connection.Read("SELECT nextval('catalog_table_ids')::INTEGER", reader => reader.GetInt32(0))[0];

    public static void Save(DuckDBConnection connection, DatabaseEntry database)
    {
        Delete(connection, database);
        connection.Execute(
            "INSERT INTO catalog_databases VALUES ($1, $2)",
            database.Name,
            JsonSerializer.Serialize(database, StorageJsonContext.Default.DatabaseEntry));
    }

    public static void Delete(DuckDBConnection connection, DatabaseEntry database) =>
        connection.Execute("DELETE FROM catalog_databases WHERE name = $1", database.Name);

    public static void Save(DuckDBConnection connection, TableEntry table)
    {
        Delete(connection, table);
        connection.Execute(
            "INSERT INTO catalog_tables VALUES ($1, $2)",
            table.Id,
            JsonSerializer.Serialize(table, StorageJsonContext.Default.TableEntry));
    }

    public static void Delete(DuckDBConnection connection, TableEntry table) =>
        connection.Execute("DELETE FROM catalog_tables WHERE id = $1", table.Id);
}
