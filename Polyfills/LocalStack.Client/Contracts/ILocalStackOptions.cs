using LocalStack.Client.Options;

namespace LocalStack.Client.Contracts;

/// <summary>Whether clients talk to LocalStack, and how.</summary>
public interface ILocalStackOptions
{
    /// <summary>True: clients talk to LocalStack. False (default): they are made as AddAWSService makes them.</summary>
    bool UseLocalStack { get; }

    /// <summary>Credentials and region.</summary>
    SessionOptions Session { get; }

    /// <summary>Where LocalStack listens.</summary>
    ConfigOptions Config { get; }
}
