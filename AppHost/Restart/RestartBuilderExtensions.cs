using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace TelemetryAspire.AppHost.Restart;

/// <summary>Adds restarting to resources that have a process.</summary>
internal static class RestartBuilderExtensions
{
    /// <summary>
    /// Starts the resource again whenever it ends by itself, with whatever exit code but 78, which says that a setting
    /// is wrong: after 1 s at first, twice as long after each further crash, at most 30 s, and 1 s again once it ran
    /// for a minute. A user's stop is respected.
    /// </summary>
    public static IResourceBuilder<T> WithRestart<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithWaitSupport
    {
        var services = builder.ApplicationBuilder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, CrashRestarter>());
        return builder.WithAnnotation(new RestartAnnotation(), ResourceAnnotationMutationBehavior.Replace);
    }
}
