namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>A table that is written and queried, through every operation of Timestream that LocalAws offers.</summary>
public sealed class TimestreamScenario() : ScenarioFixture("timestream");
