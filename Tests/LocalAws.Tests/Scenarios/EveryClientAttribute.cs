using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>Runs a theory once for every <see cref="ScenarioClient"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryClientAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<ScenarioClient>().Select(client => new TheoryDataRow<ScenarioClient>(client))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
