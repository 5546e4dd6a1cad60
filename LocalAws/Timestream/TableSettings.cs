using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>The settings that CreateTable and UpdateTable share: checking them, and putting them on a table.</summary>
internal static class TableSettings
{
    private const int MaxPrefixChars = 928;

    public static void Check(
        ref Validation validation, RetentionProperties? retention, MagneticStoreWriteProperties? magneticWrites)
    {
        if (retention is not null)
        {
            const string Memory = "retentionProperties.memoryStoreRetentionPeriodInHours";
            const string Magnetic = "retentionProperties.magneticStoreRetentionPeriodInDays";
            validation.Required(Memory, retention.MemoryStoreRetentionPeriodInHours);
            validation.Range(Memory, retention.MemoryStoreRetentionPeriodInHours, 1, TimestreamQuotas.MaxMemoryHours);
            validation.Required(Magnetic, retention.MagneticStoreRetentionPeriodInDays);
            validation.Range(Magnetic, retention.MagneticStoreRetentionPeriodInDays, 1, TimestreamQuotas.MaxMagneticDays);
        }

        if (magneticWrites is not null)
        {
            validation.Required(
                "magneticStoreWriteProperties.enableMagneticStoreWrites", magneticWrites.EnableMagneticStoreWrites);
            if (magneticWrites.MagneticStoreRejectedDataLocation?.S3Configuration is { } location)
            {
                S3Locations.Check(
                    ref validation,
                    "magneticStoreWriteProperties.magneticStoreRejectedDataLocation.s3Configuration",
                    location,
                    MaxPrefixChars);
            }
        }
    }

    /// <summary>Puts on the table what the request gives; the rest stays.</summary>
    public static TableEntry Apply(
        TableEntry table,
        RetentionProperties? retention,
        MagneticStoreWriteProperties? magneticWrites) => table with
        {
            MemoryHours = retention?.MemoryStoreRetentionPeriodInHours ?? table.MemoryHours,
            MagneticDays = retention?.MagneticStoreRetentionPeriodInDays ?? table.MagneticDays,
            MagneticWrites = magneticWrites?.EnableMagneticStoreWrites ?? table.MagneticWrites,
            RejectedData = magneticWrites is null
                ? table.RejectedData
                : magneticWrites.MagneticStoreRejectedDataLocation?.S3Configuration,
        };
}
