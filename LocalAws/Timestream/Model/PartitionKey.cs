namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>What a table is partitioned by, as the API and the catalog have it.</summary>
/// <param name="Type">DIMENSION or MEASURE.</param>
/// <param name="Name">The dimension; null for a measure key.</param>
/// <param name="EnforcementInRecord">REQUIRED or OPTIONAL; null for a measure key.</param>
internal sealed record PartitionKey(string? Type, string? Name = null, string? EnforcementInRecord = null)
{
    public const string DimensionType = "DIMENSION";
    public const string MeasureType = "MEASURE";
    public const string Required = "REQUIRED";
    public const string Optional = "OPTIONAL";

    /// <summary>What a table created without a Schema has: its records are partitioned by measure_name.</summary>
    public static readonly PartitionKey Measure = new(MeasureType);

    /// <summary>The reason to refuse records of a series, or null to take them.</summary>
    public string? Refuse(SeriesKey series)
    {
        if (EnforcementInRecord is not Required)
        {
            return null;
        }

        foreach (var dimension in series.Dimensions)
        {
            if (dimension.Name == Name)
            {
                return null;
            }
        }

        return $"The record does not have the dimension '{Name}', the table's partition key, which is required in every "
            + "record.";
    }
}
