using TelemetryAspire.LocalAws.Admin.Faults;
using TelemetryAspire.LocalAws.Admin.Snapshots;

namespace TelemetryAspire.LocalAws.Admin;

/// <summary>What LocalAws answers for itself.</summary>
internal static class AdminServices
{
    /// <summary>Adds what outlives every generation.</summary>
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<FaultInjector>();
        services.AddSingleton<FaultsEndpoint>();
        services.AddSingleton<DataReplacement>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<SnapshotsEndpoint>();
        services.AddSingleton<AdminRoutes>();
        services.AddSingleton<AdminEndpoint>();
    }
}
