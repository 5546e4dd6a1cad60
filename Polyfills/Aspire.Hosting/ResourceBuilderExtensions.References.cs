using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Lets the resource find another by its name. This does not wait for it.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment => builder.WithReference(source, source.Resource.Name);

    /// <summary>Lets the resource find another by a name of its own. This does not wait for it.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source,
        string name)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        return builder.Refer(source.Resource, name, reference => reference.UseAllEndpoints = true);
    }

    /// <summary>Lets the resource find one endpoint of another. Repeated calls add up.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(endpointReference);
        return builder.Refer(
            endpointReference.Resource,
            endpointReference.Resource.Name,
            reference => reference.EndpointNames.Add(endpointReference.EndpointName));
    }

    /// <summary>Lets the resource find a service outside the application.</summary>
    /// <exception cref="InvalidOperationException">The URI is relative, or has a query or a fragment.</exception>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri)
        {
            throw new InvalidOperationException("The uri for service reference must be absolute.");
        }

        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new InvalidOperationException("The uri for service reference must have neither query nor fragment.");
        }

        return builder.WithEnvironment(context =>
        {
            if (builder.Injects(ReferenceEnvironmentInjectionFlags.ServiceDiscovery))
            {
                context.EnvironmentVariables[$"services__{name}__default__0"] = uri.ToString();
            }

            if (builder.Injects(ReferenceEnvironmentInjectionFlags.Endpoints))
            {
                context.EnvironmentVariables[ReferenceVariables.Encode(name)] = uri.ToString();
            }
        });
    }

    /// <summary>Gives the resource a connection string.</summary>
    /// <param name="builder">The resource.</param>
    /// <param name="source">What it connects to.</param>
    /// <param name="connectionName">The name it reads it by; the source's when null.</param>
    /// <param name="optional">Whether it may be missing.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        var resource = source.Resource;
        var variable = resource.ConnectionStringEnvironmentVariable
            ?? $"ConnectionStrings__{connectionName ?? resource.Name}";
        return builder.WithReferenceRelationship(resource).WithEnvironment(context =>
        {
            if (builder.Injects(ReferenceEnvironmentInjectionFlags.ConnectionString))
            {
                context.EnvironmentVariables[variable] = new ConnectionStringValue(resource, optional);
            }
        });
    }

    /// <summary>Limits what references put into the resource's environment.</summary>
    public static IResourceBuilder<TDestination> WithReferenceEnvironment<TDestination>(
        this IResourceBuilder<TDestination> builder, ReferenceEnvironmentInjectionFlags flags)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(
            new ReferenceEnvironmentInjectionAnnotation(flags), ResourceAnnotationMutationBehavior.Replace);
    }

    private static IResourceBuilder<TDestination> Refer<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceWithEndpoints source,
        string name,
        Action<EndpointReferenceAnnotation> add)
        where TDestination : IResourceWithEnvironment
    {
        var reference = builder.Resource.Annotations.OfType<EndpointReferenceAnnotation>()
            .SingleOrDefault(one => ReferenceEquals(one.Resource, source));
        if (reference is null)
        {
            reference = new EndpointReferenceAnnotation(source);
            builder.WithAnnotation(reference).WithReferenceRelationship(source);
        }

        add(reference);
        return builder.WithEnvironment(context => ReferenceVariables.Add(context, reference, name, builder.Injects));
    }

    private static bool Injects<T>(this IResourceBuilder<T> builder, ReferenceEnvironmentInjectionFlags kind)
        where T : IResource =>
        !builder.Resource.TryGetLastAnnotation<ReferenceEnvironmentInjectionAnnotation>(out var limit)
        || limit.Flags.HasFlag(kind);
}
