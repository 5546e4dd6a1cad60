namespace Amazon.TimestreamWrite.Model;

public partial class MagneticStoreWriteProperties
{
    public bool? EnableMagneticStoreWrites { get; set; }

    public MagneticStoreRejectedDataLocation MagneticStoreRejectedDataLocation { get; set; }
}
