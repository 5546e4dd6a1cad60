namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>A bucket and its objects, whole and in parts.</summary>
public sealed class S3Scenario() : ScenarioFixture("s3");
