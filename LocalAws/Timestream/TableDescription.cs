using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>How long each store keeps records: hours in memory, then days in the magnetic store.</summary>
internal sealed record RetentionProperties(
    long? MemoryStoreRetentionPeriodInHours, long? MagneticStoreRetentionPeriodInDays);

/// <summary>Whether late records go to the magnetic store, and where reports of those it refuses go.</summary>
internal sealed record MagneticStoreWriteProperties(
    bool? EnableMagneticStoreWrites, RejectedDataLocation? MagneticStoreRejectedDataLocation = null);

/// <summary>The API's <c>MagneticStoreRejectedDataLocation</c>.</summary>
internal sealed record RejectedDataLocation(S3Location? S3Configuration);

/// <summary>The API's <c>Table</c>.</summary>
internal sealed record TableDescription(
    string Arn,
    string TableName,
    string DatabaseName,
    string TableStatus,
    RetentionProperties RetentionProperties,
    DateTimeOffset CreationTime,
    DateTimeOffset LastUpdatedTime,
    MagneticStoreWriteProperties MagneticStoreWriteProperties,
    TableSchema Schema)
{
    public static TableDescription Of(TableEntry table, RequestContext context) => new(
        ResourceNames.TableArn(context, table.DatabaseName, table.TableName),
        table.TableName,
        table.DatabaseName,
        "ACTIVE",
        new RetentionProperties(table.MemoryHours, table.MagneticDays),
        table.CreationTime,
        table.LastUpdatedTime,
        new MagneticStoreWriteProperties(
            table.MagneticWrites,
            table.RejectedData is { } location ? new RejectedDataLocation(location) : null),
        new TableSchema([table.PartitionKey]));
}

/// <summary>The response of every operation that answers with one table.</summary>
internal sealed record TableResponse(TableDescription Table);
