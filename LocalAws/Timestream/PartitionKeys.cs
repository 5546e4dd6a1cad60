using System.Globalization;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The API's <c>Schema</c>.</summary>
internal sealed record TableSchema(List<PartitionKey>? CompositePartitionKey);

/// <summary>Checks the partition key of a request. Source: developer guide, "Customer-defined partition keys".</summary>
internal static class PartitionKeys
{
    private const string Path = "schema.compositePartitionKey";

    /// <summary>The constraints of the API's model.</summary>
    public static void Check(ref Validation validation, TableSchema? schema)
    {
        if (schema?.CompositePartitionKey is not { } keys)
        {
            return;
        }

        validation.Length(Path, "[]", keys.Count, 1, int.MaxValue);
        for (var index = 0; index < keys.Count; index++)
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"{Path}.{index + 1}.member");
            validation.Required(member, keys[index]);
            validation.Required($"{member}.type", keys[index]?.Type);
            validation.OneOf(
                $"{member}.type", keys[index]?.Type, PartitionKey.DimensionType, PartitionKey.MeasureType);
            validation.Length($"{member}.name", keys[index]?.Name, 1, int.MaxValue);
            validation.OneOf(
                $"{member}.enforcementInRecord",
                keys[index]?.EnforcementInRecord,
                PartitionKey.Required,
                PartitionKey.Optional);
        }
    }

    /// <summary>The key that a checked request gives; null when it gives none.</summary>
    /// <exception cref="AwsException">ValidationException: there are several, or its members do not go together.</exception>
    public static PartitionKey? Read(TableSchema? schema)
    {
        if (schema?.CompositePartitionKey is not { } keys)
        {
            return null;
        }

        if (keys.Count > 1)
        {
            throw TimestreamErrors.Validation(
                "You have specified too many partition keys to be used in your composite partition key. Only 1 partition "
                + "keys can be specified.");
        }

        var key = keys[0];
        if (key.Type is PartitionKey.MeasureType)
        {
            return key is { Name: null, EnforcementInRecord: null }
                ? PartitionKey.Measure
                : throw TimestreamErrors.Validation(
                    "A partition key of the type MEASURE has neither a Name nor an EnforcementInRecord.");
        }

        if (key is { Name: null } or { EnforcementInRecord: null })
        {
            throw TimestreamErrors.Validation(
                "A partition key of the type DIMENSION must have a Name and an EnforcementInRecord.");
        }

        ColumnNames.CheckDimension(key.Name!);
        return key;
    }

    /// <summary>The key after an update: only how it is enforced can change.</summary>
    /// <exception cref="AwsException">ValidationException: the update is to another key.</exception>
    public static PartitionKey Update(PartitionKey current, PartitionKey? updated)
    {
        if (updated is null || (updated.Type == current.Type && updated.Name == current.Name))
        {
            return updated ?? current;
        }

        throw TimestreamErrors.Validation(
            "The type and the name of a partition key cannot be changed after the table was created.");
    }
}
