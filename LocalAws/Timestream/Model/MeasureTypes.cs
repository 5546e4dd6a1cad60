namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>The names of measure types on the wire (upper case) and in SQL (lower case).</summary>
internal static class MeasureTypes
{
    /// <summary>The names WriteRecords accepts, in the order AWS lists them in its validation errors.</summary>
    public const string WireNames = "DOUBLE, BIGINT, VARCHAR, BOOLEAN, TIMESTAMP, MULTI";

    /// <summary>Reads a wire name; false for a name outside <see cref="WireNames"/>. Names are case-sensitive, as AWS has it.</summary>
    public static bool TryParse(string name, out MeasureType type)
    {
        (var known, type) = name switch
        {
            "DOUBLE" => (true, MeasureType.Double),
            "BIGINT" => (true, MeasureType.Bigint),
            "VARCHAR" => (true, MeasureType.Varchar),
            "BOOLEAN" => (true, MeasureType.Boolean),
            "TIMESTAMP" => (true, MeasureType.Timestamp),
            "MULTI" => (true, MeasureType.Multi),
            _ => (false, default),
        };
        return known;
    }

    /// <summary>The wire name in lower case: what SHOW MEASURES and DESCRIBE print.</summary>
    public static string SqlName(this MeasureType type) => type switch
    {
        MeasureType.Double => "double",
        MeasureType.Bigint => "bigint",
        MeasureType.Varchar => "varchar",
        MeasureType.Boolean => "boolean",
        MeasureType.Timestamp => "timestamp",
        MeasureType.Multi => "multi",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The name on the wire.</summary>
    public static string WireName(this MeasureType type) => type.SqlName().ToUpperInvariant();

    /// <summary>The DuckDB type that stores it. Timestamps are integer nanoseconds: DuckDB's own lose them in arithmetic.</summary>
    public static string StorageType(this MeasureType type) => type switch
    {
        MeasureType.Double => "DOUBLE",
        MeasureType.Bigint or MeasureType.Timestamp => "BIGINT",
        MeasureType.Varchar => "VARCHAR",
        MeasureType.Boolean => "BOOLEAN",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
