namespace Amazon.KinesisFirehose.Model;

public partial class Record
{
    public MemoryStream Data { get; set; }
}
