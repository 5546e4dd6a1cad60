using Microsoft.Extensions.Hosting;
using TelemetryAspire.DataLakeForwarder;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.ServiceDefaults;

var builder = FunctionsApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDataLakeForwarder();
builder.Build().Run();
