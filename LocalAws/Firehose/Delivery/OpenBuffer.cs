namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>The records collected since the last seal.</summary>
/// <param name="FirstNumber">Number of the first of them in the log.</param>
/// <param name="Bytes">Their size with delimiters.</param>
/// <param name="OldestArrival">When the first of them arrived.</param>
internal readonly record struct OpenBuffer(long FirstNumber, long Bytes, DateTimeOffset OldestArrival);
