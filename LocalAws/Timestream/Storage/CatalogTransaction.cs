using DuckDB.NET.Data;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

namespace TelemetryAspire.LocalAws.Timestream.Storage;

/// <summary>A change of the catalog inside the writer's transaction: visible to others once it is committed.</summary>
internal sealed class CatalogTransaction(DuckDBConnection connection, CatalogSnapshot snapshot)
{
    /// <summary>The catalog with the changes made so far.</summary>
    public CatalogSnapshot Catalog { get; private set; } = snapshot;

    public void Save(AccountSettings account)
    {
        CatalogFile.Save(connection, account);
        Catalog = Catalog with { Account = account };
    }

    public void Save(ScheduledQueryEntry query)
    {
        CatalogFile.Save(connection, query);
        Catalog = Catalog with { ScheduledQueries = Catalog.ScheduledQueries.SetItem(query.Id, query) };
    }

    public void Delete(ScheduledQueryEntry query)
    {
        CatalogFile.Delete(connection, query);
        Catalog = Catalog with { ScheduledQueries = Catalog.ScheduledQueries.Remove(query.Id) };
    }

    public void Save(DatabaseEntry database)
    {
        CatalogFile.Save(connection, database);
        Catalog = Catalog.With(database);
    }

    public void Delete(DatabaseEntry database)
    {
        CatalogFile.Delete(connection, database);
        Catalog = Catalog with { Databases = Catalog.Databases.Remove(database.Name) };
    }

    /// <summary>Creates the table's storage and gives it its id.</summary>
    public TableEntry Create(TableEntry table)
    {
        var created = table with { Id = CatalogFile.NextTableId(connection) };
        connection.Execute(StoredTable.CreateSql(created.Id));
        Save(created);
        return created;
    }

    public void Save(TableEntry table)
    {
        CatalogFile.Save(connection, table);
        Catalog = Catalog.With(table);
    }

    /// <summary>Deletes the table and its rows.</summary>
    public void Delete(TableEntry table)
    {
        CatalogFile.Delete(connection, table);
        connection.Execute(StoredTable.DropSql(table.Id));
        Catalog = Catalog with { Tables = Catalog.Tables.Remove(new TableName(table.DatabaseName, table.TableName)) };
    }

    /// <summary>Deletes the rows with a time before <paramref name="oldestNanos"/>; returns how many.</summary>
    public int DeleteRowsBefore(TableEntry table, long oldestNanos) =>
        connection.Execute($"DELETE FROM {StoredTable.Rows(table.Id)} WHERE time < $1", oldestNanos);

    /// <summary>Saves a table that records have brought columns to, and adds those columns to its storage.</summary>
    public void Extend(TableEntry before, TableEntry after)
    {
        for (var index = before.Dimensions.Length; index < after.Dimensions.Length; index++)
        {
            connection.Execute(
                $"ALTER TABLE {StoredTable.Series(after.Id)} ADD COLUMN {StoredTable.Dimension(index)} VARCHAR");
        }

        for (var index = before.Measures.Length; index < after.Measures.Length; index++)
        {
            connection.Execute(
                $"INSERT INTO {StoredTable.Measures(after.Id)} VALUES ($1, $2)", index, after.Measures[index].Name);
        }

        for (var index = before.MultiColumns.Length; index < after.MultiColumns.Length; index++)
        {
            connection.Execute(
                $"ALTER TABLE {StoredTable.Rows(after.Id)} ADD COLUMN {StoredTable.MultiMeasure(index)} "
                + after.MultiColumns[index].Type.StorageType());
        }

        Save(after);
    }
}
