using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.FunctionHost;

/// <summary>Turns configuration errors into one message for a person.</summary>
internal static class StartupErrors
{
    /// <summary>
    /// The assemblies whose InvalidOperationException or InvalidDataException means: this setting cannot be read.
    /// </summary>
    private static readonly string[] ConfigurationSources =
    [
        "Microsoft.Extensions.Configuration.Binder",
        "Microsoft.Extensions.Configuration.FileExtensions",
        "Microsoft.Extensions.Configuration.Json",
    ];

    /// <summary>
    /// The exit code of a start that only another setting can help: EX_CONFIG of sysexits.h. Whoever restarts processes
    /// need not try again.
    /// </summary>
    internal const int ConfigurationExitCode = 78;

    private static int Reporting;

    /// <summary>
    /// Ends the process with a message instead of a crash when a configuration error reaches the top of Main.
    /// </summary>
    public static void ReportOnUnhandledException()
    {
        if (Interlocked.Exchange(ref Reporting, 1) == 1)
        {
            return;
        }

        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            if (unhandled.ExceptionObject is Exception exception && TryDescribe(exception, out var message))
            {
                Console.Error.WriteLine(message);
                Environment.Exit(ExitCodeOf(exception));
            }
        };
    }

    /// <summary>
    /// 78; 1 when a file is in the way, which another process may hold for a moment longer: a later start may succeed.
    /// </summary>
    internal static int ExitCodeOf(Exception exception) =>
        exception is FunctionHostConfigurationException { InnerException: IOException or SqliteException }
            ? 1
            : ConfigurationExitCode;

    /// <summary>
    /// The sentence for a configuration error; false for every other exception, which deserves its stack trace.
    /// </summary>
    public static bool TryDescribe(Exception exception, [NotNullWhen(true)] out string? message)
    {
        message = exception switch
        {
            FunctionHostConfigurationException => "Configuration error: " + exception.Message,
            OptionsValidationException => "Configuration error: " + exception.Message,
            InvalidOperationException or InvalidDataException or FormatException
                when IsAboutConfiguration(exception) => "Configuration error: " + Flatten(exception),
            AggregateException aggregate => DescribeAll(aggregate),
            _ => null,
        };
        return message is not null;
    }

    private static string? DescribeAll(AggregateException aggregate)
    {
        var messages = new List<string>();
        foreach (var inner in aggregate.InnerExceptions)
        {
            if (!TryDescribe(inner, out var message))
            {
                return null;
            }

            messages.Add(message);
        }

        return string.Join(Environment.NewLine, messages);
    }

    // Whoever wraps such an exception, to say more, keeps it as the cause.
    private static bool IsAboutConfiguration(Exception? exception) => exception is not null
        && (ConfigurationSources.Contains(exception.Source) || IsAboutConfiguration(exception.InnerException));

    // The binder names the key in the outer message and the reason (such as "x is not a valid Int32") in the inner
    // ones.
    private static string Flatten(Exception exception)
    {
        var text = exception.Message;
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (!text.Contains(inner.Message, StringComparison.Ordinal))
            {
                text += " " + inner.Message;
            }
        }

        return text;
    }
}
