namespace Amazon.TimestreamWrite.Model;

/// <summary>Whether late records may be written to the magnetic store.</summary>
public partial class MagneticStoreWriteProperties
{
    /// <summary>Whether records older than the memory store are written to the magnetic store.</summary>
    public bool? EnableMagneticStoreWrites { get; set; }

    /// <summary>Where reports on refused records are put.</summary>
    public MagneticStoreRejectedDataLocation MagneticStoreRejectedDataLocation { get; set; }
}
