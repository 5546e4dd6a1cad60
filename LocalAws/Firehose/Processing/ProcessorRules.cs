using System.Text;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Firehose.Processing;

/// <summary>Checks the processors of a destination and reads them.</summary>
internal static class ProcessorRules
{
    private const string Deaggregation = "RecordDeAggregation";
    private const string AppendDelimiter = "AppendDelimiterToRecord";
    private const string SubRecordType = "SubRecordType";
    private const string Delimiter = "Delimiter";

    /// <summary>Adds what breaks the API's model to <paramref name="validation"/>.</summary>
    public static void Validate(ref Validation validation, string path, ProcessingConfiguration? processing)
    {
        var processors = processing?.Processors ?? [];
        for (var i = 0; i < processors.Count; i++)
        {
            var processorPath = $"{path}.processors.{i + 1}.member";
            validation.Required(processorPath, processors[i]);
            if (processors[i] is { } processor)
            {
                Validate(ref validation, processorPath, processor);
            }
        }
    }

    /// <summary>Reads the processors.</summary>
    /// <exception cref="AwsException">InvalidArgumentException.</exception>
    public static RecordProcessing Read(ProcessingConfiguration? processing)
    {
        if (processing is not { Enabled: true, Processors: { Count: > 0 } processors })
        {
            return RecordProcessing.None;
        }

        var unavailable = processors.FirstOrDefault(
            processor => processor!.Type is not (Deaggregation or AppendDelimiter));
        if (unavailable is not null)
        {
            throw FirehoseErrors.NotAvailable(
                $"The processor {unavailable.Type}",
                $"leave it out and process records before they are put; there are {Deaggregation} and {AppendDelimiter}");
        }

        if (processors.GroupBy(processor => processor!.Type).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw FirehoseErrors.InvalidArgument($"The processor {twice.Key} can be given once.");
        }

        return new RecordProcessing(
            ReadDeaggregation(processors.FirstOrDefault(processor => processor!.Type == Deaggregation)),
            ReadDelimiter(processors.FirstOrDefault(processor => processor!.Type == AppendDelimiter)));
    }

    private static void Validate(ref Validation validation, string path, Processor processor)
    {
        validation.Required($"{path}.type", processor.Type);
        validation.OneOf(
            $"{path}.type",
            processor.Type,
            Deaggregation,
            "Decompression",
            "CloudWatchLogProcessing",
            "Lambda",
            "MetadataExtraction",
            AppendDelimiter);
        var parameters = processor.Parameters ?? [];
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameterPath = $"{path}.parameters.{i + 1}.member";
            validation.Required(parameterPath, parameters[i]);
            validation.Required($"{parameterPath}.parameterName", parameters[i]?.ParameterName);
            validation.OneOf(
                $"{parameterPath}.parameterName",
                parameters[i]?.ParameterName,
                "LambdaArn",
                "NumberOfRetries",
                "MetadataExtractionQuery",
                "JsonParsingEngine",
                "RoleArn",
                "BufferSizeInMBs",
                "BufferIntervalInSeconds",
                SubRecordType,
                Delimiter,
                "CompressionFormat",
                "DataMessageExtraction");
            validation.Required($"{parameterPath}.parameterValue", parameters[i]?.ParameterValue);
            validation.Length($"{parameterPath}.parameterValue", parameters[i]?.ParameterValue, 1, 5120);
        }
    }

    private static IDeaggregation? ReadDeaggregation(Processor? processor)
    {
        if (processor is null)
        {
            return null;
        }

        var parameters = ReadParameters(processor, SubRecordType, Delimiter);
        return (parameters.GetValueOrDefault(SubRecordType), parameters.GetValueOrDefault(Delimiter)) switch
        {
            ("JSON", null) => new JsonDeaggregation(),
            ("JSON", _) => throw FirehoseErrors.InvalidArgument(
                $"{Deaggregation} takes the parameter {Delimiter} only with {SubRecordType} DELIMITED."),
            ("DELIMITED", { } delimiter) => new DelimitedDeaggregation(ReadBase64(delimiter)),
            ("DELIMITED", null) => throw FirehoseErrors.InvalidArgument(
                $"{Deaggregation} with {SubRecordType} DELIMITED needs the parameter {Delimiter}."),
            _ => throw FirehoseErrors.InvalidArgument(
                $"{Deaggregation} needs the parameter {SubRecordType}, JSON or DELIMITED."),
        };
    }

    private static byte[] ReadBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > 0
            ? bytes[..length]
            : throw FirehoseErrors.InvalidArgument(
                $"The parameter {Delimiter} of {Deaggregation} must be text in base64, for example IyMjIw== for ####.");
    }

    private static byte[] ReadDelimiter(Processor? processor)
    {
        if (processor is null)
        {
            return [];
        }

        // Templates write the two characters \n where they mean a newline; it is the default too.
        var delimiter = ReadParameters(processor, Delimiter).GetValueOrDefault(Delimiter) ?? "\\n";
        return Encoding.UTF8.GetBytes(delimiter.Replace("\\n", "\n").Replace("\\r", "\r").Replace("\\t", "\t"));
    }

    private static Dictionary<string, string> ReadParameters(Processor processor, params string[] known)
    {
        var parameters = new Dictionary<string, string>();
        foreach (var parameter in processor.Parameters ?? [])
        {
            if (!known.Contains(parameter!.ParameterName))
            {
                throw FirehoseErrors.InvalidArgument(
                    $"{processor.Type} has no parameter {parameter.ParameterName}; it has {string.Join(", ", known)}.");
            }

            if (!parameters.TryAdd(parameter.ParameterName!, parameter.ParameterValue!))
            {
                throw FirehoseErrors.InvalidArgument(
                    $"The parameter {parameter.ParameterName} of {processor.Type} can be given once.");
            }
        }

        return parameters;
    }
}
