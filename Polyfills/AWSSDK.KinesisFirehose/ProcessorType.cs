using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>The kinds of processing steps.</summary>
public class ProcessorType : ConstantClass
{
    /// <summary>Splits aggregated records.</summary>
    public static readonly ProcessorType RecordDeAggregation = new("RecordDeAggregation");

    /// <summary>Decompresses records.</summary>
    public static readonly ProcessorType Decompression = new("Decompression");

    /// <summary>Takes log messages out of their envelope.</summary>
    public static readonly ProcessorType CloudWatchLogProcessing = new("CloudWatchLogProcessing");

    /// <summary>Hands records to a function.</summary>
    public static readonly ProcessorType Lambda = new("Lambda");

    /// <summary>Reads partition keys from records.</summary>
    public static readonly ProcessorType MetadataExtraction = new("MetadataExtraction");

    /// <summary>Appends a delimiter to every record.</summary>
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
