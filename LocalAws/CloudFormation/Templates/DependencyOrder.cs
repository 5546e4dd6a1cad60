using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>Puts resources in an order in which each comes after what it depends on.</summary>
internal static class DependencyOrder
{
    /// <summary>Sorts; among those that do not depend on each other, the given order stays.</summary>
    /// <param name="names">What to sort.</param>
    /// <param name="dependencies">What a name depends on; names that are not sorted are passed over.</param>
    /// <exception cref="AwsException">There is a cycle.</exception>
    public static List<string> Sort(
        IEnumerable<string> names,
        Func<string, IEnumerable<string>> dependencies)
    {
        var remaining = names.ToList();
        var all = remaining.ToHashSet();
        var waiting = remaining.ToDictionary(name => name, name => dependencies(name).Where(all.Contains).ToHashSet());
        var sorted = new List<string>(remaining.Count);
        while (remaining.Count > 0)
        {
            var ready = remaining.Find(name => waiting[name].Count == 0) ?? throw Cycle(remaining, waiting);
            remaining.Remove(ready);
            sorted.Add(ready);
            foreach (var name in remaining)
            {
                waiting[name].Remove(ready);
            }
        }

        return sorted;
    }

    private static AwsException Cycle(List<string> remaining, Dictionary<string, HashSet<string>> waiting)
    {
        // What only depends on the cycle, without being a part of it, is not to blame.
        while (remaining.RemoveAll(name => !remaining.Exists(other => waiting[other].Contains(name))) > 0)
        {
        }

        return AwsException.Validation(
            $"Circular dependency between resources: [{string.Join(", ", remaining)}]");
    }
}
