using LocalStack.Client.Contracts;

namespace LocalStack.Client.Options;

/// <summary>Section <c>LocalStack</c>: whether clients talk to LocalStack, and how.</summary>
/// <remarks>Setters are private; configuration binds them with BindNonPublicProperties.</remarks>
public class LocalStackOptions : ILocalStackOptions
{
    /// <summary>LocalStack off, all else at its default.</summary>
    public LocalStackOptions()
        : this(useLocalStack: false, new SessionOptions(), new ConfigOptions())
    {
    }

    /// <summary>Everything given.</summary>
    public LocalStackOptions(bool useLocalStack, SessionOptions sessionOptions, ConfigOptions configOptions)
    {
        UseLocalStack = useLocalStack;
        Session = sessionOptions;
        Config = configOptions;
    }

    /// <inheritdoc/>
    public bool UseLocalStack { get; private set; }

    /// <inheritdoc/>
    public SessionOptions Session { get; private set; }

    /// <inheritdoc/>
    public ConfigOptions Config { get; private set; }
}
