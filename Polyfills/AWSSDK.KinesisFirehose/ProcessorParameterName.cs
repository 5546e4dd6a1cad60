using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>The settings processing steps have.</summary>
public class ProcessorParameterName : ConstantClass
{
    /// <summary>ARN of the function.</summary>
    public static readonly ProcessorParameterName LambdaArn = new("LambdaArn");

    /// <summary>How often a failed step is repeated.</summary>
    public static readonly ProcessorParameterName NumberOfRetries = new("NumberOfRetries");

    /// <summary>The query that yields the partition keys.</summary>
    public static readonly ProcessorParameterName MetadataExtractionQuery = new("MetadataExtractionQuery");

    /// <summary>The query engine, JQ-1.6.</summary>
    public static readonly ProcessorParameterName JsonParsingEngine = new("JsonParsingEngine");

    /// <summary>ARN of the role that is used.</summary>
    public static readonly ProcessorParameterName RoleArn = new("RoleArn");

    /// <summary>How much a step collects, in MiB.</summary>
    public static readonly ProcessorParameterName BufferSizeInMBs = new("BufferSizeInMBs");

    /// <summary>How long a step collects, in seconds.</summary>
    public static readonly ProcessorParameterName BufferIntervalInSeconds = new("BufferIntervalInSeconds");

    /// <summary>How aggregated records are told apart: JSON or DELIMITED.</summary>
    public static readonly ProcessorParameterName SubRecordType = new("SubRecordType");

    /// <summary>The delimiter, as base64.</summary>
    public static readonly ProcessorParameterName Delimiter = new("Delimiter");

    /// <summary>What is decompressed.</summary>
    public static readonly ProcessorParameterName CompressionFormat = new("CompressionFormat");

    /// <summary>Whether log messages are taken out of their envelope.</summary>
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
