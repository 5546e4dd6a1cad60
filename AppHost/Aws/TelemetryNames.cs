using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>Reads section <c>Telemetry</c>, which says what the AWS resources are called.</summary>
internal static class TelemetryNames
{
    /// <summary>
    /// Binds and checks the section as the processes do, so that an error is found before they start.
    /// </summary>
    /// <exception cref="DistributedApplicationException">A setting is unknown or cannot work.</exception>
    public static TelemetryOptions Read(IConfiguration configuration)
    {
        // A copy, because adding the options also adds defaults to a configuration that takes sources.
        var settings = new ConfigurationBuilder().AddConfiguration(configuration).Build();
        using var services = new ServiceCollection().AddTelemetryOptions(settings).BuildServiceProvider();
        try
        {
            return services.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        }
        catch (Exception wrong) when (wrong is OptionsValidationException or InvalidOperationException)
        {
            throw new DistributedApplicationException(wrong.Message, wrong);
        }
    }
}
