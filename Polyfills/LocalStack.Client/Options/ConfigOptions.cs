using LocalStack.Client.Contracts;

namespace LocalStack.Client.Options;

/// <summary>Section <c>LocalStack:Config</c>: where LocalStack listens.</summary>
public class ConfigOptions : IConfigOptions
{
    private const string DefaultHost = "localhost.localstack.cloud";

    private const int DefaultEdgePort = 4566;

    /// <summary>Everything at its default.</summary>
    public ConfigOptions()
        : this(DefaultHost)
    {
    }

    /// <summary>Everything that differs from its default.</summary>
    public ConfigOptions(
        string localStackHost = DefaultHost,
        bool useSsl = false,
        bool useLegacyPorts = false,
        int edgePort = DefaultEdgePort)
    {
        LocalStackHost = localStackHost;
        UseSsl = useSsl;
        UseLegacyPorts = useLegacyPorts;
        EdgePort = edgePort;
    }

    /// <inheritdoc/>
    public string LocalStackHost { get; private set; }

    /// <inheritdoc/>
    public bool UseSsl { get; private set; }

    /// <inheritdoc/>
    public bool UseLegacyPorts { get; private set; }

    /// <inheritdoc/>
    public int EdgePort { get; private set; }
}
