using Microsoft.Extensions.Options;

namespace TelemetryAspire.Telemetry;

/// <summary>Checks <see cref="TelemetryOptions"/> at start; every error begins with the key it is about.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    private static readonly TimeSpan TimestreamLead = TimeSpan.FromMinutes(15);

    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var errors = new List<string>();
        CheckName("StreamName", options.StreamName, 1, 128, IsNameCharacter, "a-z, A-Z, 0-9, '_', '.' and '-'", errors);
        CheckName("DatabaseName", options.DatabaseName, 3, 256, IsNameCharacter, "a-z, A-Z, 0-9, '_', '.' and '-'", errors);
        CheckName("TableName", options.TableName, 3, 256, IsNameCharacter, "a-z, A-Z, 0-9, '_', '.' and '-'", errors);
        CheckName("DeliveryStreamName", options.DeliveryStreamName, 1, 64, IsNameCharacter, "a-z, A-Z, 0-9, '_', '.' and '-'", errors);
        CheckName("BucketName", options.BucketName, 3, 63, IsBucketCharacter, "a-z, 0-9, '.' and '-'", errors);
        CheckClock(options.Clock, errors);
        MappingCompiler.Compile(options.Mapping, errors);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckName(
        string key, string? value, int shortest, int longest, Func<char, bool> isAllowed, string allowed, List<string> errors)
    {
        if (value is null || value.Length < shortest || value.Length > longest || !value.All(isAllowed))
        {
            errors.Add($"Telemetry:{key}: '{value}' is not {shortest} to {longest} characters of {allowed}.");
        }
    }

    private static void CheckClock(ClockOptions clock, List<string> errors)
    {
        if (clock.MaxLead < TimeSpan.Zero || (clock.MaxLead > TimestreamLead && clock.Ahead != AheadPolicy.Accept))
        {
            errors.Add($"Telemetry:Clock:MaxLead: {clock.MaxLead} is not from 00:00:00 to {TimestreamLead}: Timestream refuses times further ahead.");
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';

    private static bool IsBucketCharacter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-';
}
