using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The builder of one resource.</summary>
internal sealed class ResourceBuilder<T>(
    IDistributedApplicationBuilder applicationBuilder, T resource) : IResourceBuilder<T>
    where T : IResource
{
    public IDistributedApplicationBuilder ApplicationBuilder { get; } = applicationBuilder;

    public T Resource { get; } = resource;

    public IResourceBuilder<T> WithAnnotation<TAnnotation>(
        TAnnotation annotation,
        ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
        where TAnnotation : IResourceAnnotation
    {
        ArgumentNullException.ThrowIfNull(annotation);
        if (behavior == ResourceAnnotationMutationBehavior.Replace
            && Resource.Annotations.OfType<TAnnotation>().SingleOrDefault() is { } previous)
        {
            Resource.Annotations.Remove(previous);
        }

        Resource.Annotations.Add(annotation);
        return this;
    }
}
