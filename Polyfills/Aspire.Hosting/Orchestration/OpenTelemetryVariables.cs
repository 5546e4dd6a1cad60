using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// The variables by which a project names itself in telemetry and finds the collector, when there is one.
/// </summary>
internal static class OpenTelemetryVariables
{
    private const string GrpcEndpointKey = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    private const string HttpEndpointKey = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";

    private static readonly (string Name, string Value)[] DevelopmentOnly =
    [
        ("OTEL_BLRP_SCHEDULE_DELAY", "1000"),
        ("OTEL_BSP_SCHEDULE_DELAY", "1000"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "1000"),
        ("OTEL_TRACES_SAMPLER", "always_on"),
        ("OTEL_METRICS_EXEMPLAR_FILTER", "trace_based"),
        ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true"),
        ("OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION", "true"),
    ];

    /// <summary>What every .NET program gets.</summary>
    public static void AddToProject(EnvironmentCallbackContext context, IDistributedApplicationBuilder application)
    {
        var variables = context.EnvironmentVariables;
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
        variables["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        Add(context, application);
    }

    /// <summary>What a program in any language gets.</summary>
    public static void Add(EnvironmentCallbackContext context, IDistributedApplicationBuilder application)
    {
        var variables = context.EnvironmentVariables;
        variables["OTEL_SERVICE_NAME"] = context.Resource.Name;
        if (context.Resource.TryGetLastAnnotation<ResourceInstanceAnnotation>(out var instance))
        {
            variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance.Suffix}";
        }

        AddCollector(variables, application.Configuration);
        if (application.Environment.IsDevelopment())
        {
            foreach (var (name, value) in DevelopmentOnly)
            {
                variables[name] = value;
            }
        }
    }

    private static void AddCollector(Dictionary<string, object> variables, ConfigurationManager configuration)
    {
        if ((configuration[GrpcEndpointKey] ?? configuration[HttpEndpointKey]) is not { Length: > 0 } endpoint)
        {
            return;
        }

        variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = configuration[GrpcEndpointKey] is null ? "http/protobuf" : "grpc";
        if (configuration["AppHost:OtlpApiKey"] is { } apiKey)
        {
            variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={apiKey}";
        }
    }
}
