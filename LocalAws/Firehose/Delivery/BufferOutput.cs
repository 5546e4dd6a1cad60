namespace TelemetryAspire.LocalAws.Firehose.Delivery;

/// <summary>The two kinds of objects a delivery stream writes, each collected for itself.</summary>
internal enum BufferOutput : byte
{
    /// <summary>Records, under the prefix.</summary>
    Data = 0,

    /// <summary>Lines about records that could not be processed, under the error output prefix.</summary>
    Errors = 1,
}
