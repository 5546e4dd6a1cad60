namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Records that make one object, whose key is decided and in the log.</summary>
/// <param name="FirstNumber">Number of the first record in the log.</param>
/// <param name="SealNumber">Number of the seal that ends them.</param>
/// <param name="OldestArrival">When the first of them arrived.</param>
/// <param name="Key">The object's key.</param>
internal sealed record SealedBuffer(long FirstNumber, long SealNumber, DateTimeOffset OldestArrival, string Key);
