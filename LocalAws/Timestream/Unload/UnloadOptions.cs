using System.Globalization;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>How UNLOAD writes its files. Source: developer guide, "UNLOAD", with its defaults.</summary>
internal sealed record UnloadOptions
{
    private const long Megabyte = 1024 * 1024;
    private const long MinFileBytes = 16 * Megabyte;
    private const long MaxFileBytes = 78 * 1024 * Megabyte;

    /// <summary>The columns that go into the keys of the files instead of the files.</summary>
    public IReadOnlyList<string> PartitionedBy { get; private init; } = [];

    public SourcePosition PartitionedByPosition { get; private init; }

    public bool IsGzip { get; private init; } = true;

    public char Delimiter { get; private init; } = ',';

    public char Escape { get; private init; } = '\\';

    public bool IncludeHeader { get; private init; }

    /// <summary>A file that has grown to this is followed by another.</summary>
    public long FileBytes { get; private init; } = MaxFileBytes;

    /// <exception cref="AwsException">ValidationException with the place of the option that is wrong.</exception>
    public static UnloadOptions Read(IReadOnlyList<UnloadOption> options)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = new UnloadOptions();
        foreach (var option in options)
        {
            if (!names.Add(option.Name))
            {
                throw SqlError.At(option.Position, $"the UNLOAD option '{option.Name}' is given more than once");
            }

            read = read.With(option);
        }

        return read;
    }

    private UnloadOptions With(UnloadOption option)
    {
        var name = option.Name.ToLowerInvariant();
        if (name == "partitioned_by")
        {
            return option.Names is { } columns
                ? this with { PartitionedBy = columns, PartitionedByPosition = option.Position }
                : throw SqlError.At(option.Position, "the UNLOAD option 'partitioned_by' must be an array of column names");
        }

        if (option.Text is not { } text)
        {
            throw SqlError.At(option.Position, $"the UNLOAD option '{option.Name}' must be a string");
        }

        return name switch
        {
            "format" => OneOf(option, "CSV", "PARQUET") == "CSV" ? this : throw NotOffered(option, "PARQUET"),
            "compression" => this with { IsGzip = OneOf(option, "GZIP", "NONE") == "GZIP" },
            "encryption" => OneOf(option, "SSE_S3", "SSE_KMS") == "SSE_S3" ? this : throw NotOffered(option, "SSE_KMS"),
            "kms_key" => throw SqlError.Unsupported(option.Position, "the UNLOAD option 'kms_key'"),
            "field_delimiter" => this with { Delimiter = Character(option) },
            "escaped_by" => this with { Escape = Character(option) },
            "include_header" => this with { IncludeHeader = OneOf(option, "TRUE", "FALSE") == "TRUE" },
            "max_file_size" => this with { FileBytes = Size(option, text) },
            _ => throw SqlError.At(option.Position, $"the UNLOAD option '{option.Name}' does not exist"),
        };
    }

    private static AwsException NotOffered(UnloadOption option, string value) =>
        SqlError.Unsupported(option.Position, $"UNLOAD with {option.Name} = '{value}'");

    private static string OneOf(UnloadOption option, params ReadOnlySpan<string> allowed)
    {
        var text = option.Text!.ToUpperInvariant();
        return allowed.Contains(text)
            ? text
            : throw SqlError.At(
                option.Position,
                $"the UNLOAD option '{option.Name}' must be one of {string.Join(", ", allowed)}, not '{option.Text}'");
    }

    private static char Character(UnloadOption option) => option.Text switch
    {
        @"\t" => '\t',
        [var character] when character < 128 && character is not ('"' or '\r' or '\n' or '\0') => character,
        _ => throw SqlError.At(option.Position, $"the UNLOAD option '{option.Name}' must be one ASCII character"),
    };

    /// <summary>Reads <c>16MB</c> or <c>1.5GB</c>.</summary>
    private static long Size(UnloadOption option, string text)
    {
        var unit = text.EndsWith("MB", StringComparison.OrdinalIgnoreCase) ? Megabyte
            : text.EndsWith("GB", StringComparison.OrdinalIgnoreCase) ? 1024 * Megabyte
            : 0;
        return unit > 0
            && decimal.TryParse(
                text.AsSpan(0, text.Length - 2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= MaxFileBytes / unit
            && number * unit >= MinFileBytes
                ? (long)(number * unit)
                : throw SqlError.At(option.Position, "the UNLOAD option 'max_file_size' must be from '16MB' to '78GB'");
    }
}
