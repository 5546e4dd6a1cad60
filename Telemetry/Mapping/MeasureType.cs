using System.Diagnostics.CodeAnalysis;

namespace TelemetryAspire.Telemetry;

/// <summary>The type of a measure: Timestream's scalar types, and one that follows the record.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The names are Timestream's.")]
public enum MeasureType
{
    /// <summary>A JSON number within the range of a 64-bit floating-point number.</summary>
    Double,

    /// <summary>A JSON number without fraction or exponent, within the range of a signed 64-bit integer.</summary>
    BigInt,

    /// <summary>A JSON string of up to 2,048 characters; a number or boolean is taken as its text.</summary>
    Varchar,

    /// <summary>JSON true or false.</summary>
    Boolean,

    /// <summary>Follows the record: a number is a double, true and false are booleans, a string is a varchar.</summary>
    Auto,
}
