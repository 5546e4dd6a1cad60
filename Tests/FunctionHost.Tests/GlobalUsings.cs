global using TelemetryAspire.TestKit;
