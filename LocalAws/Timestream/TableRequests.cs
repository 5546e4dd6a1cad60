using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>What every operation on one existing table begins with.</summary>
internal static class TableRequests
{
    /// <exception cref="AwsException">ValidationException: a name is missing.</exception>
    public static TableName Check(string? databaseName, string? tableName)
    {
        var validation = new Validation();
        validation.Required("databaseName", databaseName);
        validation.Required("tableName", tableName);
        validation.ThrowIfFailed();
        return new TableName(databaseName!, tableName!);
    }

    /// <exception cref="AwsException">ResourceNotFoundException: there is no such database or table.</exception>
    public static TableEntry Find(CatalogSnapshot catalog, TableName name) =>
        catalog.Tables.GetValueOrDefault(name) ?? throw (catalog.Databases.ContainsKey(name.Database)
            ? TimestreamErrors.TableNotFound(name.Table)
            : TimestreamErrors.DatabaseNotFound(name.Database));
}
