using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.Telemetry.Tests;

/// <summary>Reads records as a service does, from configuration as a person writes it.</summary>
internal static class Read
{
    internal static TelemetryReading Reading(string record, string mapping = "{}")
    {
        var isReading = new ReadingMapper(Options(mapping)).TryMap(
            Encoding.UTF8.GetBytes(record), out var reading, out var failure);
        Assert.True(isReading, failure?.Message);
        return reading!;
    }

    internal static MappingFailure Failure(string record, string mapping = "{}")
    {
        Assert.False(
            new ReadingMapper(Options(mapping)).TryMap(Encoding.UTF8.GetBytes(record), out _, out var failure));
        return failure;
    }

    /// <summary>The options that a settings file with this mapping gives.</summary>
    internal static IOptions<TelemetryOptions> Options(string mapping) =>
        Settings($$"""{ "Telemetry": { "Mapping": {{mapping}} } }""");

    /// <summary>The options that a settings file gives.</summary>
    internal static IOptions<TelemetryOptions> Settings(string json)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var configuration = new ConfigurationBuilder().AddJsonStream(file).Build();
        return new ServiceCollection().AddTelemetryOptions(configuration).BuildServiceProvider()
            .GetRequiredService<IOptions<TelemetryOptions>>();
    }
}
