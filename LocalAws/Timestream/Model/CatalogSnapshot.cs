using System.Collections.Immutable;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;

namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>A table's full name. Names are case-sensitive, as AWS has it.</summary>
internal readonly record struct TableName(string Database, string Table);

/// <summary>All databases and tables at one moment. Immutable, so that a query sees one catalog from beginning to end.</summary>
internal sealed record CatalogSnapshot
{
    public static readonly CatalogSnapshot Empty = new();

    /// <summary>By name, in ordinal order: the order of lists and SHOW.</summary>
    public ImmutableSortedDictionary<string, DatabaseEntry> Databases { get; init; } =
        ImmutableSortedDictionary.Create<string, DatabaseEntry>(StringComparer.Ordinal);

    public ImmutableDictionary<TableName, TableEntry> Tables { get; init; } = ImmutableDictionary<TableName, TableEntry>.Empty;

    /// <summary>By the last part of their ARNs, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, ScheduledQueryEntry> ScheduledQueries { get; init; } =
        ImmutableSortedDictionary.Create<string, ScheduledQueryEntry>(StringComparer.Ordinal);

    public AccountSettings Account { get; init; } = AccountSettings.Default;

    /// <summary>The tables of a database, or of all, in ordinal order of names.</summary>
    public IEnumerable<TableEntry> TablesOf(string? database) => Tables.Values
        .Where(table => database is null || table.DatabaseName == database)
        .OrderBy(table => table.DatabaseName, StringComparer.Ordinal)
        .ThenBy(table => table.TableName, StringComparer.Ordinal);

    public CatalogSnapshot With(TableEntry table) =>
        this with { Tables = Tables.SetItem(new TableName(table.DatabaseName, table.TableName), table) };

    public CatalogSnapshot With(DatabaseEntry database) => this with { Databases = Databases.SetItem(database.Name, database) };
}
