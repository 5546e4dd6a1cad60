using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Orders the stop: what uses another resource ends before it; what does not depend on each other ends together.
/// </summary>
internal static class StopOrder
{
    public static IEnumerable<IReadOnlyList<ProcessRunner>> Of(IEnumerable<ProcessRunner> runners) =>
        runners.GroupBy(runner => Depth(runner.Resource, []))
            .OrderByDescending(wave => wave.Key)
            .Select(wave => wave.Reverse().ToArray());

    /// <summary>
    /// The longest way from a resource to one that uses no other. References may go in circles; a circle counts once.
    /// </summary>
    private static int Depth(IResource resource, HashSet<IResource> above)
    {
        if (!above.Add(resource))
        {
            return 0;
        }

        var depth = resource.Annotations.OfType<ResourceRelationshipAnnotation>()
            .Where(relation => relation.Type is "Reference" or "WaitFor")
            .Select(relation => Depth(relation.Resource, above) + 1)
            .DefaultIfEmpty(0)
            .Max();
        above.Remove(resource);
        return depth;
    }
}
