using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Streams;

/// <summary>A request that names a stream by its name, its ARN or both.</summary>
internal abstract partial record StreamRequest
{
    public const int MaxNameLength = 128;
    private const string NamePatternText = "[a-zA-Z0-9_.-]+";
    private const string ArnPatternText = @"arn:aws.*:kinesis:.*:\d{12}:stream/\S+";

    public string? StreamName { get; init; }

    public string? StreamARN { get; init; }

    /// <summary>Reserved by AWS for future use, and refused until then.</summary>
    public string? StreamId { get; init; }

    /// <summary>Checks the name and the ARN against the API's constraints.</summary>
    public void Validate(ref Validation validation)
    {
        ValidateName(ref validation, "streamName", StreamName);
        ValidateArn(ref validation, "streamARN", StreamARN);
        ValidateId(ref validation, StreamId);
    }

    /// <summary>Checks the form of a stream's id.</summary>
    public static void ValidateId(ref Validation validation, string? id) =>
        validation.Pattern("streamId", id, IdPattern(), "[a-z0-9]{20}-[a-z0-9]{3}");

    /// <exception cref="AwsException">InvalidArgumentException, for any id at all.</exception>
    public static void RefuseId(string? id)
    {
        if (id is not null)
        {
            throw KinesisErrors.InvalidArgument(
                "StreamId is reserved for future use. Name the stream by StreamName or StreamARN instead.");
        }
    }

    /// <summary>Checks a stream name or shard id.</summary>
    public static void ValidateName(ref Validation validation, string path, string? name)
    {
        validation.Length(path, name, 1, MaxNameLength);
        validation.Pattern(path, name, NamePattern(), NamePatternText);
    }

    /// <summary>Checks the ARN of a stream.</summary>
    public static void ValidateArn(ref Validation validation, string path, string? arn)
    {
        validation.Length(path, arn, 1, 2048);
        validation.Pattern(path, arn, ArnPattern(), ArnPatternText);
    }

    /// <summary>The stream of an ARN.</summary>
    /// <exception cref="ResourceNotFoundException">There is none.</exception>
    public static KinesisStream ResolveArn(StreamStore streams, string arn) =>
        streams.Find(NameIn(arn)) ?? throw KinesisErrors.StreamNotFound(NameIn(arn));

    /// <summary>The name in the ARN of a stream.</summary>
    public static string NameIn(string arn) =>
        arn[(arn.IndexOf(":stream/", StringComparison.Ordinal) + ":stream/".Length)..];

    /// <summary>The stream the request names.</summary>
    /// <exception cref="AwsException">It names none, two, or one that does not exist.</exception>
    public KinesisStream Resolve(StreamStore streams)
    {
        RefuseId(StreamId);
        var nameInArn = StreamARN is null ? null : NameIn(StreamARN);
        if (StreamName is not null && nameInArn is not null && StreamName != nameInArn)
        {
            throw KinesisErrors.InvalidArgument(
                $"StreamName {StreamName} and StreamARN {StreamARN} must name the same stream.");
        }

        var name = StreamName ?? nameInArn
            ?? throw KinesisErrors.InvalidArgument("Either StreamName or StreamARN should be provided.");
        return streams.Find(name) ?? throw KinesisErrors.StreamNotFound(name);
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[a-z0-9]{20}-[a-z0-9]{3}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\Aarn:aws.*:kinesis:.*:\d{12}:stream/\S+\z")]
    private static partial Regex ArnPattern();
}
