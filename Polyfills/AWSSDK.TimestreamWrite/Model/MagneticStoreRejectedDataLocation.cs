namespace Amazon.TimestreamWrite.Model;

/// <summary>Where reports on records the magnetic store refused are put.</summary>
public partial class MagneticStoreRejectedDataLocation
{
    /// <summary>The place in S3.</summary>
    public S3Configuration S3Configuration { get; set; }
}
