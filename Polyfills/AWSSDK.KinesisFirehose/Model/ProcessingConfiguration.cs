namespace Amazon.KinesisFirehose.Model;

/// <summary>What is done to records between source and destination.</summary>
public partial class ProcessingConfiguration
{
    /// <summary>Whether it is on.</summary>
    public bool? Enabled { get; set; }

    /// <summary>The steps, in order.</summary>
    public List<Processor> Processors { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
