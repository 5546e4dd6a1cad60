namespace Amazon.KinesisFirehose.Model;

public partial class Processor
{
    public List<ProcessorParameter> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public ProcessorType Type { get; set; }
}
