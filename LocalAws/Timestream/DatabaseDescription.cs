using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The API's <c>Database</c>.</summary>
internal sealed record DatabaseDescription(
    string Arn,
    string DatabaseName,
    long TableCount,
    string KmsKeyId,
    DateTimeOffset CreationTime,
    DateTimeOffset LastUpdatedTime)
{
    public static DatabaseDescription Of(DatabaseEntry database, CatalogSnapshot catalog, RequestContext context) => new(
        ResourceNames.DatabaseArn(context, database.Name),
        database.Name,
        catalog.TablesOf(database.Name).LongCount(),
        database.KmsKeyId,
        database.CreationTime,
        database.LastUpdatedTime);
}

/// <summary>The response of every operation that answers with one database.</summary>
internal sealed record DatabaseResponse(DatabaseDescription Database);
