namespace Amazon.KinesisFirehose.Model;

/// <summary>One step of processing.</summary>
public partial class Processor
{
    /// <summary>The settings of the step.</summary>
    public List<ProcessorParameter> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Kind of the step.</summary>
    public ProcessorType Type { get; set; }
}
