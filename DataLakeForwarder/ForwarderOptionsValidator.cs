using Microsoft.Extensions.Options;

namespace TelemetryAspire.DataLakeForwarder;

/// <summary>Checks <see cref="ForwarderOptions"/> at start; every error begins with the key it is about.</summary>
internal sealed class ForwarderOptionsValidator : IValidateOptions<ForwarderOptions>
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(10);

    public ValidateOptionsResult Validate(string? name, ForwarderOptions options)
    {
        List<string> errors = [];
        if (options.MaxAttempts is < 1 or > MostAttempts)
        {
            errors.Add($"Forwarder:MaxAttempts: {options.MaxAttempts} is not from 1 to {MostAttempts}.");
        }

        if (options.ResendDelay < TimeSpan.FromMilliseconds(1) || options.ResendDelay > LongestDelay)
        {
            errors.Add($"Forwarder:ResendDelay: {options.ResendDelay} is not from 1 ms to {LongestDelay}.");
        }

        if (options.Prefix.StartsWith('/') || (options.Prefix.Length > 0 && !options.Prefix.EndsWith('/')))
        {
            errors.Add($"Forwarder:Prefix: '{options.Prefix}' does not end with '/', or begins with it.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
