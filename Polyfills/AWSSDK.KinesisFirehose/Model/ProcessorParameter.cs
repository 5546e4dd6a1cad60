namespace Amazon.KinesisFirehose.Model;

/// <summary>One setting of a processing step.</summary>
public partial class ProcessorParameter
{
    /// <summary>Name of the setting.</summary>
    public ProcessorParameterName ParameterName { get; set; }

    /// <summary>Value of the setting.</summary>
    public string ParameterValue { get; set; }
}
