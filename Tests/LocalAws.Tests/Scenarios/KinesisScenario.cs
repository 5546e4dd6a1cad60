namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>The life of a stream, through every operation of Kinesis Data Streams.</summary>
public sealed class KinesisScenario() : ScenarioFixture("kinesis");
