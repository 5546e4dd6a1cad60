namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>The life of a stack that has every type of resource, and of one that cannot be made.</summary>
public sealed class CloudFormationScenario() : ScenarioFixture("cloudformation");
