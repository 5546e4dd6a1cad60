using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TelemetryAspire.Settings;

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
        var section = configuration.GetSection(TelemetryOptions.SectionName);
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsValidator>();
        services.AddOptionsWithValidateOnStart<TelemetryOptions>().Configure(options => Bind(section, options));
        AddDefaultOfStreamName(configuration);
        return services;
    }

    /// <summary>
    /// Puts the default below all other sources: functions name their stream as %Telemetry:StreamName%.
    /// </summary>
    private static void AddDefaultOfStreamName(IConfiguration configuration)
    {
        if (configuration is IConfigurationBuilder builder)
        {
            const string key = $"{TelemetryOptions.SectionName}:{nameof(TelemetryOptions.StreamName)}";
            builder.Sources.Insert(0, new MemoryConfigurationSource
            {
                InitialData = [new(key, new TelemetryOptions().StreamName)],
            });
        }
    }

    private static void Bind(IConfigurationSection section, TelemetryOptions options)
    {
        KnownKeys.Check<TelemetryOptions>(section);
        try
        {
            section.Bind(options, KnownKeys.Strict);
        }
        catch (InvalidOperationException exception) when (exception.InnerException is not null)
        {
            // For an item of a list the binder names the key in an inner exception, which nobody is shown.
            List<string> messages = [];
            for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
            {
                messages.Add(inner.Message);
            }

            throw new InvalidOperationException($"{section.Key}: {string.Join(' ', messages)}", exception);
        }
    }
}
