namespace TelemetryAspire.Telemetry;

/// <summary>How the measures of a reading become Timestream records.</summary>
public enum RecordForm
{
    /// <summary>One record for each measure, named after it.</summary>
    SingleMeasure,

    /// <summary>One record for all measures of the reading.</summary>
    MultiMeasure,
}
