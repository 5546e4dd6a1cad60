namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value given from outside: configuration, command line, or a literal of the AppHost.</summary>
public class ParameterResource : Resource, IResourceWithoutLifetime, IExpressionValue
{
    private readonly Lazy<string> _value;

    /// <param name="name">The resource's name.</param>
    /// <param name="callback">Reads the value, once.</param>
    /// <param name="secret">Whether displays mask it.</param>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _value = new Lazy<string>(() => callback(Default), LazyThreadSafetyMode.PublicationOnly);
        Secret = secret;
    }

    /// <summary>The value.</summary>
    /// <exception cref="MissingParameterValueException">Nobody gave one.</exception>
    public string Value => _value.Value;

    /// <summary>The default, when it has one.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>Whether displays mask the value.</summary>
    public bool Secret { get; }

    /// <summary>What the parameter is for.</summary>
    public string? Description { get; set; }

    /// <summary>Whether the description is Markdown.</summary>
    public bool EnableDescriptionMarkdown { get; set; }

    /// <summary>Whether the value is a connection string.</summary>
    public bool IsConnectionString { get; set; }

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Name}.value}}";

    /// <inheritdoc/>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(Value);
}

/// <summary>Makes the default value of a parameter.</summary>
public abstract class ParameterDefault
{
    /// <summary>The value to use when configuration has none.</summary>
    public abstract string GetDefaultValue();
}
