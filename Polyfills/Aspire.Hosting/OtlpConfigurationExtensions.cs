using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting;

/// <summary>Tells programs where to send their telemetry.</summary>
public static class OtlpConfigurationExtensions
{
    /// <summary>Sets the OpenTelemetry variables of the resource; projects have them without asking.</summary>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithEnvironment(context => OpenTelemetryVariables.Add(context, builder.ApplicationBuilder));
    }
}
