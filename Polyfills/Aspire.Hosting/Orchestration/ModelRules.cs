using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Orchestration;

/// <summary>Refuses what cannot work before anything is started.</summary>
internal static class ModelRules
{
    /// <exception cref="DistributedApplicationException">The model asks for what cannot work.</exception>
    public static void Check(DistributedApplicationModel model, HealthCheckServiceOptions healthChecks)
    {
        var registered = healthChecks.Registrations.Select(registration => registration.Name).ToHashSet();
        foreach (var resource in model.Resources)
        {
            if (resource.GetReplicaCount() is var replicas and not 1)
            {
                throw new DistributedApplicationException(
                    $"Resource '{resource.Name}' asks for {replicas} replicas; " +
                    "this AppHost runs one instance of each resource. " +
                    "Remove WithReplicas.");
            }

            var unknown = resource.Annotations.OfType<HealthCheckAnnotation>()
                .FirstOrDefault(check => !registered.Contains(check.Key));
            if (unknown is not null)
            {
                throw new DistributedApplicationException(
                    $"Resource '{resource.Name}' names the health check '{unknown.Key}', which is not registered. " +
                    "Register it with builder.Services.AddHealthChecks().");
            }
        }
    }
}
