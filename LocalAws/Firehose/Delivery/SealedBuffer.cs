namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>Records that make one object, which is decided and in the log.</summary>
/// <param name="Output">What kind of object.</param>
/// <param name="FirstNumber">Number of the first entry with such a record.</param>
/// <param name="SealNumber">Number of the seal that ends them.</param>
/// <param name="Bucket">The bucket at the time of the seal.</param>
/// <param name="Key">The object's key.</param>
/// <param name="IsGzip">Whether the object is compressed.</param>
internal sealed record SealedBuffer(
    BufferOutput Output,
    long FirstNumber,
    long SealNumber,
    string Bucket,
    string Key,
    bool IsGzip);
