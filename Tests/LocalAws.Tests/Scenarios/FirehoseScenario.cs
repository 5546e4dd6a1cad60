namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>A delivery stream into a bucket, one from a stream, and every operation of Data Firehose.</summary>
public sealed class FirehoseScenario() : ScenarioFixture("firehose");
