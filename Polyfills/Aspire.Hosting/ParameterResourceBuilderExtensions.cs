using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds parameters and connection strings from configuration.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a parameter read from <c>Parameters:{name}</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        Add(builder, name, parameterDefault => Read(builder, name, $"Parameters:{name}", parameterDefault), secret);

    /// <summary>Adds a parameter with a fixed value; configuration is not consulted.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault =
            false, bool secret = false) =>
        builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    /// <summary>Adds a parameter with a computed value; configuration is not consulted.</summary>
    /// <exception cref="ArgumentException">A secret cannot be published as a default.</exception>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder,
        string name,
        Func<string> valueGetter,
        bool publishValueAsDefault = false,
        bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(valueGetter);
        if (publishValueAsDefault && secret)
        {
            throw new ArgumentException(
                "A parameter cannot be both secret and published as a default value.", nameof(secret));
        }

        return Add(builder, name, _ => valueGetter(), secret);
    }

    /// <summary>Adds a parameter read from a configuration key of any name.</summary>
    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(
        this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret = false) =>
        Add(builder, name, parameterDefault => Read(builder, name, configurationKey, parameterDefault), secret);

    /// <summary>Adds a connection string read from <c>ConnectionStrings:{name}</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="environmentVariableName">The variable it is passed in; <c>ConnectionStrings__name</c> when
    /// null.</param>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ConnectionStringParameter(
            name,
            parameterDefault => Read(builder, name, $"ConnectionStrings:{name}", parameterDefault),
            environmentVariableName));
    }

    /// <summary>Says what a parameter is for.</summary>
    public static IResourceBuilder<ParameterResource> WithDescription(
        this IResourceBuilder<ParameterResource> builder, string description, bool enableMarkdown = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Description = description;
        builder.Resource.EnableDescriptionMarkdown = enableMarkdown;
        return builder;
    }

    private static IResourceBuilder<ParameterResource> Add(
        IDistributedApplicationBuilder builder, string name, Func<ParameterDefault?, string> read, bool secret)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ParameterResource(name, read, secret));
    }

    private static string Read(
        IDistributedApplicationBuilder builder,
        string name,
        string configurationKey,
        ParameterDefault? parameterDefault) =>
        builder.Configuration[configurationKey]
        ?? builder.Configuration[configurationKey.Replace('-', '_')]
        ?? parameterDefault?.GetDefaultValue()
        ?? throw new MissingParameterValueException(
            $"Parameter resource could not be used because configuration key '{configurationKey}' is missing " +
            $"and the Parameter '{name}' has no default value.");
}
