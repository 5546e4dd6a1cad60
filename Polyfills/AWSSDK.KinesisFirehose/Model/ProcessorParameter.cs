namespace Amazon.KinesisFirehose.Model;

public partial class ProcessorParameter
{
    public ProcessorParameterName ParameterName { get; set; }

    public string ParameterValue { get; set; }
}
