namespace Amazon.KinesisFirehose.Model;

public partial class ProcessingConfiguration
{
    public bool? Enabled { get; set; }

    public List<Processor> Processors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
