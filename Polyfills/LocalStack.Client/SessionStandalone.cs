using LocalStack.Client.Contracts;
using LocalStack.Client.Options;

namespace LocalStack.Client;

/// <summary>Builds a session where there is no dependency injection: <c>SessionStandalone.Init()…Create()</c>.</summary>
public class SessionStandalone : ISessionStandalone
{
    private ISessionOptions _sessionOptions = new SessionOptions();

    private IConfigOptions _configOptions = new ConfigOptions();

    private SessionStandalone()
    {
    }

    /// <summary>Begins with everything at its default.</summary>
    public static ISessionStandalone Init() => new SessionStandalone();

    /// <inheritdoc/>
    public ISessionStandalone WithSessionOptions(ISessionOptions sessionOptions)
    {
        _sessionOptions = sessionOptions;
        return this;
    }

    /// <inheritdoc/>
    public ISessionStandalone WithConfigurationOptions(IConfigOptions configOptions)
    {
        _configOptions = configOptions;
        return this;
    }

    /// <inheritdoc/>
    public ISession Create() => new Session(_sessionOptions, _configOptions);
}
