using Microsoft.Extensions.Options;

namespace TelemetryAspire.Telemetry;

/// <summary>Checks <see cref="TelemetryOptions"/> at start; every error begins with the key it is about.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    private static readonly TimeSpan TimestreamLead = TimeSpan.FromMinutes(15);

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var errors = new List<string>();
        CheckName("StreamName", options.StreamName, 1, 128, errors);
        CheckName("DatabaseName", options.DatabaseName, 3, 256, errors);
        CheckName("TableName", options.TableName, 3, 256, errors);
        CheckName("DeliveryStreamName", options.DeliveryStreamName, 1, 64, errors);
        CheckBucket(options.BucketName, errors);
        CheckClock(options.Clock, errors);
        MappingCompiler.Compile(options.Mapping, errors);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckName(string key, string? value, int shortest, int longest, List<string> errors)
    {
        if (value is null || value.Length < shortest || value.Length > longest || !value.All(IsNameCharacter))
        {
            errors.Add(
                $"Telemetry:{key}: '{value}' is not {shortest} to {longest} of a-z, A-Z, 0-9, '_', '.', '-'.");
        }
    }

    private static void CheckBucket(string? value, List<string> errors)
    {
        if (value is not { Length: >= 3 and <= 63 } || !value.All(IsBucketCharacter))
        {
            errors.Add($"Telemetry:BucketName: '{value}' is not 3 to 63 characters of a-z, 0-9, '.', '-'.");
        }
    }

    private static void CheckClock(ClockOptions clock, List<string> errors)
    {
        if (clock.MaxLead < TimeSpan.Zero || (clock.MaxLead > TimestreamLead && clock.Ahead != AheadPolicy.Accept))
        {
            errors.Add(
                $"Telemetry:Clock:MaxLead: {clock.MaxLead} is not from 00:00:00 to {TimestreamLead}; "
                + "Timestream refuses times further ahead.");
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';

    private static bool IsBucketCharacter(char c) =>
        char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-';
}
