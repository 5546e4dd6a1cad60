using TelemetryAspire.LocalAws;

return await LocalAwsApplication.RunAsync(args);
