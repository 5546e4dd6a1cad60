using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Finds the resources a value is made of.</summary>
internal static class ReferencedResources
{
    public static IEnumerable<IResource> Of(object value) => value switch
    {
        IResource resource => [resource],
        IValueWithReferences references => references.References.SelectMany(Of).Distinct(),
        _ => [],
    };
}
