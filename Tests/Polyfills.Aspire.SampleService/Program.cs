using System.Collections;
using System.Diagnostics;

// A service that tells how it was started and does as it is told, for tests of the orchestration.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var application = builder.Build();
var isHealthy = !args.Contains("--sick");

application.MapGet("/environment", () =>
{
    var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>();
    return string.Join('\n', variables.Select(variable => $"{variable.Key}={variable.Value}"));
});
application.MapGet("/arguments", () => string.Join('\n', args));
application.MapGet("/folder", () => Directory.GetCurrentDirectory());
application.MapGet(
    "/health", () => isHealthy ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
application.MapPost("/recover", () => { isHealthy = true; });
application.MapPost("/exit/{code:int}", (int code) => { _ = Task.Run(() => Environment.Exit(code)); });

if (args.Contains("--with-child"))
{
    // A process of its own, which nobody stops but the orchestrator.
    using var child = Process.Start("/bin/sh", ["-c", "trap '' TERM; while :; do sleep 1; done"]);
    Console.WriteLine($"child {child.Id}");
}

application.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"ready {Environment.ProcessId}"));
application.Run();
