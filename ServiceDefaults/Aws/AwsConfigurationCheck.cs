using Microsoft.Extensions.Options;

namespace TelemetryAspire.ServiceDefaults;

/// <summary>Refuses to start without a region and credentials, and says so in one error.</summary>
internal sealed class AwsConfigurationCheck(AwsConnection connection) : IValidateOptions<AwsClientOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AwsClientOptions options)
    {
        string[] problems = [.. connection.FindProblems()];
        return problems is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
