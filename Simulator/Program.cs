using Microsoft.Extensions.Hosting;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;
using TelemetryAspire.Simulator;

var builder = FunctionsApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddSimulator();
builder.Build().Run();
