using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>The rules of a stream's retention period.</summary>
internal static class RetentionPeriod
{
    private const int MinHours = 24;
    private const int MaxHours = 8_760;

    /// <summary>Checks a request by itself.</summary>
    /// <exception cref="AwsException">It is not valid.</exception>
    public static int Validate(RetentionPeriodRequest request)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("retentionPeriodHours", request.RetentionPeriodHours);
        validation.ThrowIfFailed();
        var hours = request.RetentionPeriodHours!.Value;
        if (hours < MinHours)
        {
            throw KinesisErrors.InvalidArgument(
                $"Minimum allowed retention period is {MinHours} hours. "
                + $"Requested retention period ({hours} hours) is too short.");
        }

        return hours <= MaxHours
            ? hours
            : throw KinesisErrors.InvalidArgument(
                $"Maximum allowed retention period is {MaxHours} hours. "
                + $"Requested retention period ({hours} hours) is too long.");
    }

    /// <summary>The stream with another retention. What was out of retention stays out.</summary>
    public static StreamMetadata Change(StreamMetadata metadata, int hours, DateTimeOffset now) => metadata with
    {
        RetentionHours = hours,
        ReadableFrom = metadata.TrimHorizon(now),
    };
}

internal sealed record RetentionPeriodRequest : StreamRequest
{
    public int? RetentionPeriodHours { get; init; }
}
