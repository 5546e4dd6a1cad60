using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Works out the URLs a resource shows: its endpoints', those added to it, and what callbacks make of them.
/// </summary>
internal static class ResourceUrls
{
    public static async Task<ImmutableArray<UrlSnapshot>> OfAsync(
        IResource resource, ILogger logger, IServiceProvider services, CancellationToken cancellationToken)
    {
        var urls = resource is IResourceWithEndpoints owner
            ? owner.GetEndpoints().Select(one => new ResourceUrlAnnotation { Url = one.Url, Endpoint = one }).ToList()
            : [];
        urls.AddRange(resource.Annotations.OfType<ResourceUrlAnnotation>());
        var executionContext = services.GetRequiredService<DistributedApplicationExecutionContext>();
        var context = new ResourceUrlsCallbackContext(
            executionContext, resource, urls, cancellationToken)
        { Logger = logger };
        foreach (var callback in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        return [.. context.Urls.Select(Snapshot)];
    }

    private static UrlSnapshot Snapshot(ResourceUrlAnnotation url) =>
        new(url.Endpoint?.EndpointName, Absolute(url), url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
        {
            DisplayProperties = new UrlDisplayPropertiesSnapshot(url.DisplayText ?? ""),
        };

    private static string Absolute(ResourceUrlAnnotation url) =>
        url.Endpoint is { } endpoint && !Uri.TryCreate(url.Url, UriKind.Absolute, out _)
            ? new Uri(new Uri(endpoint.Url), url.Url).ToString()
            : url.Url;
}
