using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Moves what all records of a call share into its common attributes.</summary>
/// <remarks>
/// Timestream merges the common attributes into each record and refuses a dimension that stands in both, so only
/// what is equal in every record is moved. The given records are never changed: their owner may write them again.
/// </remarks>
internal static class RecordPacking
{
    /// <summary>Packs the records of one call; a single record stays as it is.</summary>
    internal static PackedRecords Pack(IReadOnlyList<Record> records)
    {
        if (records.Count < 2)
        {
            return new PackedRecords(null, [.. records]);
        }

        var first = records[0];
        var time = All(records, first, (x, y) => x.Time == y.Time && x.TimeUnit?.Value == y.TimeUnit?.Value);
        var version = All(records, first, (x, y) => x.Version == y.Version);
        var type = All(records, first, (x, y) => x.MeasureValueType?.Value == y.MeasureValueType?.Value);
        var measure = All(records, first, (x, y) => x.MeasureName == y.MeasureName);
        var dimensions = FindSharedDimensions(records);
        if (!time && !version && !type && !measure && dimensions is [])
        {
            return new PackedRecords(null, [.. records]);
        }

        var common = new Record
        {
            Dimensions = dimensions is [] ? null : dimensions,
            MeasureName = measure ? first.MeasureName : null,
            MeasureValueType = type ? first.MeasureValueType : null,
            Time = time ? first.Time : null,
            TimeUnit = time ? first.TimeUnit : null,
            Version = version ? first.Version : null,
        };

        var rest = new List<Record>(records.Count);
        foreach (var record in records)
        {
            rest.Add(new Record
            {
                Dimensions = Except(record.Dimensions, dimensions),
                MeasureName = measure ? null : record.MeasureName,
                MeasureValue = record.MeasureValue,
                MeasureValues = record.MeasureValues,
                MeasureValueType = type ? null : record.MeasureValueType,
                Time = time ? null : record.Time,
                TimeUnit = time ? null : record.TimeUnit,
                Version = version ? null : record.Version,
            });
        }

        return new PackedRecords(common, rest);
    }

    private static bool All(IReadOnlyList<Record> records, Record first, Func<Record, Record, bool> same)
    {
        for (var i = 1; i < records.Count; i++)
        {
            if (!same(first, records[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static List<Dimension> FindSharedDimensions(IReadOnlyList<Record> records)
    {
        var shared = new List<Dimension>();
        foreach (var dimension in records[0].Dimensions ?? [])
        {
            if (records.All(record => HasOnce(record.Dimensions, dimension)))
            {
                shared.Add(dimension);
            }
        }

        return shared;
    }

    /// <summary>
    /// Whether the name occurs once and with the same value; a doubled name is for the service to refuse.
    /// </summary>
    private static bool HasOnce(List<Dimension>? dimensions, Dimension sought)
    {
        var found = false;
        foreach (var dimension in dimensions ?? [])
        {
            if (dimension.Name != sought.Name)
            {
                continue;
            }

            if (found || !Same(dimension, sought))
            {
                return false;
            }

            found = true;
        }

        return found;
    }

    private static List<Dimension>? Except(List<Dimension>? dimensions, List<Dimension> shared)
    {
        if (dimensions is null || shared is [])
        {
            return dimensions;
        }

        var rest = dimensions.FindAll(dimension => !shared.Exists(common => common.Name == dimension.Name));
        return rest is [] ? null : rest;
    }

    private static bool Same(Dimension x, Dimension y) =>
        x.Value == y.Value && x.DimensionValueType?.Value == y.DimensionValueType?.Value;
}

/// <summary>Records as a WriteRecords request carries them.</summary>
/// <param name="Common">What every record has; null when nothing was packed.</param>
/// <param name="Records">The records without what is common, in their order.</param>
internal sealed record PackedRecords(Record? Common, List<Record> Records);
