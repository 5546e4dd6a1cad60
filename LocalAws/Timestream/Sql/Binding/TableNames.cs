using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Finds the databases and tables that a query names.</summary>
internal static class TableNames
{
    /// <summary>The table <c>database.table</c>.</summary>
    public static TableEntry Find(CatalogSnapshot catalog, QualifiedName name)
    {
        if (name.Parts is not [var database, var table])
        {
            throw SqlError.At(name.Position, $"Table '{Text(name)}' must be named as database.table");
        }

        CheckDatabase(catalog, name);
        return catalog.Tables.GetValueOrDefault(new TableName(database, table))
            ?? throw TimestreamErrors.Validation(
                $"Requested table '{table}' not found for identifier '{Text(name)}' at {name.Position}");
    }

    /// <summary>Checks that the database, which is the first part of the name, exists.</summary>
    public static void CheckDatabase(CatalogSnapshot catalog, QualifiedName name)
    {
        if (!catalog.Databases.ContainsKey(name.Parts[0]))
        {
            throw TimestreamErrors.Validation(
                $"Requested database '{name.Parts[0]}' not found for identifier '{Text(name)}' at {name.Position}");
        }
    }

    private static string Text(QualifiedName name) => string.Join('.', name.Parts);
}
