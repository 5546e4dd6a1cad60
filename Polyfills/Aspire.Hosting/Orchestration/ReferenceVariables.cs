using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// The variables by which a resource finds another: <c>services__api__http__0</c> and <c>API_HTTP</c>.
/// </summary>
internal static class ReferenceVariables
{
    public static void Add(
        EnvironmentCallbackContext context,
        EndpointReferenceAnnotation reference,
        string name,
        Func<ReferenceEnvironmentInjectionFlags, bool> injects)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in reference.Resource.GetEndpoints().Where(one => IsReferred(reference, one)))
        {
            var key = endpoint.EndpointName is "http" or "https" ? endpoint.Scheme : endpoint.EndpointName;
            var index = counts.GetValueOrDefault(key);
            counts[key] = index + 1;
            if (injects(ReferenceEnvironmentInjectionFlags.ServiceDiscovery))
            {
                var variable = string.Create(CultureInfo.InvariantCulture, $"services__{name}__{key}__{index}");
                context.EnvironmentVariables[variable] = endpoint;
            }

            if (injects(ReferenceEnvironmentInjectionFlags.Endpoints))
            {
                context.EnvironmentVariables[$"{Encode(name)}_{Encode(endpoint.EndpointName)}"] = endpoint;
            }
        }
    }

    /// <summary>
    /// A name as part of a variable: upper case, each character but letters and digits an underscore.
    /// </summary>
    public static string Encode(string name)
    {
        var encoded = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return (char.IsAsciiDigit(encoded[0]) ? "_" + encoded : encoded).ToUpperInvariant();
    }

    private static bool IsReferred(EndpointReferenceAnnotation reference, EndpointReference endpoint) =>
        reference.EndpointNames.Contains(endpoint.EndpointName)
        || (reference.UseAllEndpoints && !endpoint.ExcludeReferenceEndpoint);
}

/// <summary>A connection string that must be there unless it is optional.</summary>
internal sealed class ConnectionStringValue(IResourceWithConnectionString resource, bool optional)
    : IValueProvider, IManifestExpressionProvider
{
    public string ValueExpression => ((IManifestExpressionProvider)resource).ValueExpression;

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        string? value;
        try
        {
            value = await resource.GetConnectionStringAsync(cancellationToken);
        }
        catch (MissingParameterValueException) when (optional)
        {
            return null;
        }

        return string.IsNullOrEmpty(value) && !optional
            ? throw new DistributedApplicationException(
                $"The connection string for the resource '{resource.Name}' is not available.")
            : value;
    }
}
