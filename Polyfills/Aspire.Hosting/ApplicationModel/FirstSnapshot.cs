using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known about a resource before anything was published about it.</summary>
internal static class FirstSnapshot
{
    public static CustomResourceSnapshot Of(IResource resource)
    {
        var snapshot = resource.TryGetLastAnnotation<ResourceSnapshotAnnotation>(out var initial)
            ? initial.InitialSnapshot
            : new CustomResourceSnapshot { ResourceType = TypeOf(resource), Properties = [] };
        return snapshot with
        {
            HealthReports = HealthReportsOf(resource),
            Relationships =
            [
                .. snapshot.Relationships,
                .. resource.Annotations.OfType<ResourceRelationshipAnnotation>()
                    .Select(relation => new RelationshipSnapshot(relation.Resource.Name, relation.Type)).Distinct(),
            ],
        };
    }

    /// <summary>A report without a status for each health check: until it ran, the resource is not healthy.</summary>
    public static ImmutableArray<HealthReportSnapshot> HealthReportsOf(IResource resource) =>
    [
        .. resource.Annotations.OfType<HealthCheckAnnotation>()
            .Select(check => new HealthReportSnapshot(check.Key, Status: null, Description: null, ExceptionText: null)),
    ];

    private static string TypeOf(IResource resource) => resource switch
    {
        ProjectResource => "Project",
        ExecutableResource => "Executable",
        ParameterResource => "Parameter",
        ConnectionStringResource => "ConnectionString",
        _ => resource.GetType().Name,
    };
}
