using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.Telemetry;

/// <summary>Registers the wire contract.</summary>
public static class TelemetryServiceCollectionExtensions
{
    /// <summary>
    /// Binds <see cref="TelemetryOptions"/> to the section <c>Telemetry</c> and checks them at start. A key that is
    /// unknown, or a value that cannot work, ends the start with an error that names the key.
    /// </summary>
    public static IServiceCollection AddTelemetryOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddOptionsWithValidateOnStart<TelemetryOptions>().Bind(
            configuration.GetSection(TelemetryOptions.SectionName),
            binder => binder.ErrorOnUnknownConfiguration = true);
        return services;
    }
}
