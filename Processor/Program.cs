using Microsoft.Extensions.Hosting;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Processor;
using TelemetryAspire.ServiceDefaults;

var builder = FunctionsApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddProcessor();
builder.Build().Run();
