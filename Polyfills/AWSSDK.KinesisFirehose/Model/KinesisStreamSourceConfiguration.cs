namespace Amazon.KinesisFirehose.Model;

public partial class KinesisStreamSourceConfiguration
{
    public string KinesisStreamARN { get; set; }

    public string RoleARN { get; set; }
}
