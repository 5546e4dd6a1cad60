using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.Telemetry;

/// <summary>Turns the bytes of a record into a reading, or into the reason why they are none.</summary>
/// <remarks>
/// Pure and safe for concurrent use. What it says of a record depends on the record and the mapping alone.
/// </remarks>
public sealed class ReadingMapper
{
    private readonly MappingTree _tree;

    /// <summary>Makes a mapper for the configured mapping.</summary>
    public ReadingMapper(IOptions<TelemetryOptions> options)
        : this(options.Value.Mapping)
    {
    }

    /// <summary>Makes a mapper.</summary>
    /// <exception cref="ArgumentException">The mapping is not valid; the message names the keys.</exception>
    public ReadingMapper(MappingOptions mapping)
    {
        List<string> errors = [];
        _tree = MappingCompiler.Compile(mapping, errors);
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', errors), nameof(mapping));
        }
    }

    /// <summary>Reads one record.</summary>
    /// <param name="record">The record's bytes: JSON in UTF-8.</param>
    /// <param name="reading">The reading, if it is one.</param>
    /// <param name="failure">Why it is none, if it is none.</param>
    /// <returns>Whether the record is a reading.</returns>
    public bool TryMap(
        ReadOnlySpan<byte> record,
        [NotNullWhen(true)] out TelemetryReading? reading,
        [NotNullWhen(false)] out MappingFailure? failure)
    {
        reading = null;
        failure = Check(record) ?? Parse(record, out reading);
        return failure is null;
    }

    private static MappingFailure? Check(ReadOnlySpan<byte> record)
    {
        if (record.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return new(MappingFailureReason.EmptyRecord, "The record is empty.");
        }

        return Utf8.IsValid(record)
            ? null
            : new(MappingFailureReason.MalformedJson, "The record is not text in UTF-8, as JSON is.");
    }

    private MappingFailure? Parse(ReadOnlySpan<byte> record, out TelemetryReading? reading)
    {
        var parser = new ReadingParser(_tree, record);
        try
        {
            return parser.Read(out reading);
        }
        catch (JsonException exception)
        {
            reading = null;
            return parser.Explain(exception);
        }
        catch (InvalidOperationException) when (parser.IsAtEscapedText)
        {
            reading = null;
            return new(
                MappingFailureReason.MalformedJson,
                "The record has an escape, such as \\ud800 alone, that is not a character.");
        }
    }
}
