using System.Runtime.CompilerServices;

namespace TelemetryAspire.Simulator.Tests;

/// <summary>
/// Gives the process the region and credentials a service wants to see; no test reaches AWS with them.
/// </summary>
internal static class TestEnvironment
{
    [ModuleInitializer]
    internal static void Prepare()
    {
        Environment.SetEnvironmentVariable("AWS_REGION", "us-east-1");
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "test");
    }
}
