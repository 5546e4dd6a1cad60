using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

public class ProcessorParameterName : ConstantClass
{
    public static readonly ProcessorParameterName LambdaArn = new("LambdaArn");

    public static readonly ProcessorParameterName NumberOfRetries = new("NumberOfRetries");

    public static readonly ProcessorParameterName MetadataExtractionQuery = new("MetadataExtractionQuery");

    public static readonly ProcessorParameterName JsonParsingEngine = new("JsonParsingEngine");

    public static readonly ProcessorParameterName RoleArn = new("RoleArn");

    public static readonly ProcessorParameterName BufferSizeInMBs = new("BufferSizeInMBs");

    public static readonly ProcessorParameterName BufferIntervalInSeconds = new("BufferIntervalInSeconds");

    public static readonly ProcessorParameterName SubRecordType = new("SubRecordType");

    public static readonly ProcessorParameterName Delimiter = new("Delimiter");

    public static readonly ProcessorParameterName CompressionFormat = new("CompressionFormat");

    public static readonly ProcessorParameterName DataMessageExtraction = new("DataMessageExtraction");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public ProcessorParameterName(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static ProcessorParameterName FindValue(string value) => FindValue<ProcessorParameterName>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator ProcessorParameterName(string value) => FindValue(value);
}
