namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that may be known only once the application runs, such as a port.</summary>
public interface IValueProvider
{
    /// <summary>The value, waiting until it is known.</summary>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);

    /// <summary>The value as seen by a given caller.</summary>
    ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) =>
        GetValueAsync(cancellationToken);
}

/// <summary>Who asks for a value, and in what mode the application runs.</summary>
public class ValueProviderContext
{
    /// <summary>The mode the application runs in.</summary>
    public DistributedApplicationExecutionContext? ExecutionContext { get; init; }

    /// <summary>The resource that will receive the value.</summary>
    public IResource? Caller { get; init; }
}

/// <summary>A value that can be written down before it is known, such as <c>{param.value}</c>.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The expression that stands for the value.</summary>
    string ValueExpression { get; }
}

/// <summary>A value that can both be read and be written down.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;

/// <summary>A value made of others, which it names.</summary>
public interface IValueWithReferences
{
    /// <summary>The resources and values it is made of.</summary>
    IEnumerable<object> References { get; }
}
