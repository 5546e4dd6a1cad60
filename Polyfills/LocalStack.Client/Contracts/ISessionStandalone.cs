namespace LocalStack.Client.Contracts;

/// <summary>Builds a session where there is no dependency injection.</summary>
public interface ISessionStandalone
{
    /// <summary>Sets credentials and region.</summary>
    ISessionStandalone WithSessionOptions(ISessionOptions sessionOptions);

    /// <summary>Sets where LocalStack listens.</summary>
    ISessionStandalone WithConfigurationOptions(IConfigOptions configOptions);

    /// <summary>The session, with defaults for what was not set.</summary>
    ISession Create();
}
