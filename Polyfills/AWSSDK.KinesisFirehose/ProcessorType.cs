using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

public class ProcessorType : ConstantClass
{
    public static readonly ProcessorType RecordDeAggregation = new("RecordDeAggregation");

    public static readonly ProcessorType Decompression = new("Decompression");

    public static readonly ProcessorType CloudWatchLogProcessing = new("CloudWatchLogProcessing");

    public static readonly ProcessorType Lambda = new("Lambda");

    public static readonly ProcessorType MetadataExtraction = new("MetadataExtraction");

    public static readonly ProcessorType AppendDelimiterToRecord = new("AppendDelimiterToRecord");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public ProcessorType(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static ProcessorType FindValue(string value) => FindValue<ProcessorType>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator ProcessorType(string value) => FindValue(value);
}
