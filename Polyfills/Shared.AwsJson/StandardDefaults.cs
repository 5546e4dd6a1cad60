#nullable enable

using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Polyfill.AwsJson;

/// <summary>The SDK's defaults modes, with the timeouts all AWS SDKs share.</summary>
internal static class StandardDefaults
{
    // Seconds for connecting and for TLS by mode, from the table that AWS publishes for all its SDKs.
    private static readonly IDefaultConfiguration[] Modes =
    [
        Create(DefaultConfigurationMode.Standard, connectSeconds: 3.1),
        Create(DefaultConfigurationMode.InRegion, connectSeconds: 1.1),
        Create(DefaultConfigurationMode.CrossRegion, connectSeconds: 3.1),
        Create(DefaultConfigurationMode.Mobile, connectSeconds: 30),
        Create(DefaultConfigurationMode.Auto, connectSeconds: 1.1),
    ];

    /// <summary>A provider of the modes for one <see cref="ClientConfig"/>.</summary>
    public static IDefaultConfigurationProvider CreateProvider() => new DefaultConfigurationProvider(Modes);

    private static DefaultConfiguration Create(DefaultConfigurationMode mode, double connectSeconds) =>
        new()
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
            TlsNegotiationTimeout = TimeSpan.FromSeconds(connectSeconds),
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        };
}
