namespace TelemetryAspire.LocalAws.Timestream.Model;

/// <summary>The type of one measure value, or <see cref="Multi"/> for a record that carries several of them.</summary>
internal enum MeasureType
{
    Double,
    Bigint,
    Varchar,
    Boolean,

    /// <summary>Nanoseconds since the epoch; only inside a multi-measure record.</summary>
    Timestamp,

    Multi,
}
