namespace Amazon.TimestreamWrite.Model;

public partial class MagneticStoreRejectedDataLocation
{
    public S3Configuration S3Configuration { get; set; }
}
