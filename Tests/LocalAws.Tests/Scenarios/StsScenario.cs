namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>Who calls, and temporary credentials.</summary>
public sealed class StsScenario() : ScenarioFixture("sts");
