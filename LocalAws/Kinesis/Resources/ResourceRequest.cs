using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis.Resources;

/// <summary>A request that names a stream or one of its consumers by its ARN.</summary>
internal abstract partial record ResourceRequest
{
    public string? ResourceARN { get; init; }

    /// <inheritdoc cref="StreamRequest.StreamId"/>
    public string? StreamId { get; init; }

    /// <summary>Checks the ARN against the API's constraints.</summary>
    public void Validate(ref Validation validation)
    {
        validation.Required("resourceARN", ResourceARN);
        validation.Length("resourceARN", ResourceARN, 1, 2048);
        validation.Pattern("resourceARN", ResourceARN, ArnPattern(), @"arn:aws.*:kinesis:.*:\d{12}:.*stream/\S+");
        StreamRequest.ValidateId(ref validation, StreamId);
    }

    /// <summary>The resource the request names.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public KinesisResource Resolve(ResourceStore resources)
    {
        StreamRequest.RefuseId(StreamId);
        return resources.Get(ResourceARN!);
    }

    [GeneratedRegex(@"\Aarn:aws.*:kinesis:.*:\d{12}:.*stream/\S+\z")]
    private static partial Regex ArnPattern();
}
