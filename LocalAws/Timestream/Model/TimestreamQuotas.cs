namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>Limits of the service. Source: developer guide, "Quotas".</summary>
internal static class TimestreamQuotas
{
    public const int RecordsPerRequest = 100;

    public const int DimensionsPerTable = 128;

    public const int MeasureNamesPerTable = 8192;

    public const int MeasuresPerMultiRecord = 256;

    /// <summary>Unique measures over all multi-measure records of a table.</summary>
    public const int MultiColumnsPerTable = 1024;

    public const int MeasureValueChars = 2048;

    /// <summary>Record size, and the size of a series' dimension names and values together.</summary>
    public const int RecordSizeBytes = 2048;

    public const int DimensionNameBytes = 60;

    /// <summary>Of databases, tables and measures.</summary>
    public const int NameBytes = 256;

    public const int MinNameBytes = 3;

    public const int Databases = 500;

    public const int Tables = 50_000;

    public const long DefaultMemoryHours = 6;

    public const long MaxMemoryHours = 8766;

    public const long DefaultMagneticDays = 73_000;

    public const long MaxMagneticDays = 73_000;
}
