namespace TelemetryAspire.LocalAws.CloudFormation.Stacks;

/// <summary>Puts resources in an order in which each comes before what it depends on.</summary>
internal static class DeletionOrder
{
    /// <summary>Sorts; several resources may have one logical id, the old and the new of a replacement.</summary>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyList<T> items, Func<T, StackResource> resource)
    {
        var byLogicalId = items.ToLookup(item => resource(item).LogicalId);
        var visited = new HashSet<StackResource>(ReferenceEqualityComparer.Instance);
        var sorted = new List<T>(items.Count);
        foreach (var item in items)
        {
            Visit(item);
        }

        sorted.Reverse();
        return sorted;

        void Visit(T item)
        {
            if (visited.Add(resource(item)))
            {
                foreach (var dependency in resource(item).DependsOn.SelectMany(name => byLogicalId[name]))
                {
                    Visit(dependency);
                }

                sorted.Add(item);
            }
        }
    }
}
