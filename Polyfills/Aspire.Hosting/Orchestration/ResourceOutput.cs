using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Shows every line of every resource: on the console after the resource's name, or through the AppHost's loggers.
/// </summary>
/// <remarks>Lines arrive on the threads that read them; writing is serialized by the console and the loggers.</remarks>
internal sealed partial class ResourceOutput(
    ResourceLoggerService loggers,
    DistributedApplicationOptions options,
    IHostEnvironment environment,
    ILoggerFactory loggerFactory) : IHostedService, IDisposable
{
    /// <summary>
    /// Foreground colours of the names, in the order resources first print: cyan, green, yellow, magenta, blue.
    /// </summary>
    private static readonly int[] Colours = [36, 32, 33, 35, 34];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _colourOf = [];
    private readonly bool _plain = Console.IsOutputRedirected
        || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        loggers.LineWritten += options.EnableResourceLogging ? Log : Print;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        loggers.LineWritten -= Log;
        loggers.LineWritten -= Print;
    }

    [GeneratedRegex(@"\x1B\[[0-9;]*m")]
    private static partial Regex AnsiColour();

    private void Print(string resource, LogLine line) => Console.Out.WriteLine(_plain
        ? $"[{resource}] {AnsiColour().Replace(line.Content, "")}"
        : $"\x1B[{ColourOf(resource)}m[{resource}]\x1B[0m {line.Content}");

    private void Log(string resource, LogLine line)
    {
        var logger = loggerFactory.CreateLogger($"{environment.ApplicationName}.Resources.{resource}");
        if (line.IsErrorMessage)
        {
            OrchestrationLog.ResourceErrorLine(logger, line.Content);
        }
        else
        {
            OrchestrationLog.ResourceLine(logger, line.Content);
        }
    }

    private int ColourOf(string resource)
    {
        lock (_gate)
        {
            if (!_colourOf.TryGetValue(resource, out var colour))
            {
                _colourOf[resource] = colour = Colours[_colourOf.Count % Colours.Length];
            }

            return colour;
        }
    }
}
