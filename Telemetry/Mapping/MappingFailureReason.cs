namespace TelemetryAspire.Telemetry;

/// <summary>The reasons a record can never be written to Timestream, known before it is sent there.</summary>
public enum MappingFailureReason
{
    /// <summary>The record has no bytes, or only white space.</summary>
    EmptyRecord,

    /// <summary>The bytes are not one JSON value in UTF-8.</summary>
    MalformedJson,

    /// <summary>The record is JSON, but an array, a text, a number, a boolean or null.</summary>
    NotAnObject,

    /// <summary>A member that the mapping uses occurs twice, so which one counts is anybody's guess.</summary>
    DuplicateKey,

    /// <summary>There is no event time, or it is null.</summary>
    MissingTime,

    /// <summary>The event time is not a number.</summary>
    InvalidTime,

    /// <summary>The event time lies outside what Timestream can hold: 1970-01-01 to 2262-04-11.</summary>
    TimeOutOfRange,

    /// <summary>The record names a time unit other than nanoseconds, microseconds, milliseconds or seconds.</summary>
    InvalidTimeUnit,

    /// <summary>There is no dimension at all, or one that the mapping requires is absent, null or empty.</summary>
    MissingDimension,

    /// <summary>There is no measure, or every measure is null.</summary>
    MissingMeasure,

    /// <summary>A numeric measure is NaN or infinite, which neither JSON nor Timestream can hold.</summary>
    NotANumber,

    /// <summary>A measure's value has another JSON type than the mapping says.</summary>
    WrongType,

    /// <summary>A number does not fit the measure's type: beyond a 64-bit integer or a double.</summary>
    NumberOutOfRange,

    /// <summary>A dimension or measure is an object or an array.</summary>
    NestedValue,

    /// <summary>A dimension or measure has a name that Timestream refuses or that the pipeline uses itself.</summary>
    InvalidName,

    /// <summary>A dimension or measure value is longer than Timestream allows, or an empty text.</summary>
    InvalidValue,

    /// <summary>The reading has more dimensions or measures than Timestream allows.</summary>
    TooManyFields,

    /// <summary>
    /// The event time is further ahead of arrival than allowed, and the clock policy is to dead-letter.
    /// </summary>
    ClockAhead,
}
