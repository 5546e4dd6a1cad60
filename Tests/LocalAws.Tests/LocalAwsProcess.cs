using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Tests;

/// <summary>LocalAws as its users run it: the built executable in a process that can be killed.</summary>
internal sealed partial class LocalAwsProcess : IAsyncDisposable
{
    private const int KeptLines = 100;

    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();
    private readonly Task _reading;
    private bool _isOver;

    private LocalAwsProcess(Process process, Uri url)
    {
        _process = process;
        Url = url;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public Uri Url { get; }

    /// <summary>The number the operating system knows it by.</summary>
    public int Id => _process.Id;

    /// <summary>The most memory it has ever had.</summary>
    public long PeakMemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts on a free port and waits until it listens.</summary>
    public static async Task<LocalAwsProcess> StartAsync(string dataDirectory, params string[] settings)
    {
        var process = Start(["--LocalAws:Port=0", $"--LocalAws:DataDirectory={dataDirectory}", .. settings]);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (ListeningLine().Match(line) is { Success: true } match)
            {
                return new LocalAwsProcess(process, new Uri(match.Groups[1].Value));
            }
        }

        var standardError = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        throw new InvalidOperationException("LocalAws did not start: " + standardError);
    }

    /// <summary>Runs until it ends by itself.</summary>
    public static async Task<(int ExitCode, string StandardError)> RunToEndAsync(params string[] settings)
    {
        using var process = Start(settings);
        _ = process.StandardOutput.ReadToEndAsync();
        var standardError = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, standardError);
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    /// <exception cref="InvalidOperationException">It had ended before.</exception>
    public async Task KillAsync()
    {
        if (_process.HasExited)
        {
            throw await EndedAsync();
        }

        _isOver = true;
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <exception cref="InvalidOperationException">
    /// It ended by itself, which a test sees only as connections that are refused.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_isOver)
            {
                await KillAsync();
            }
        }
        finally
        {
            _process.Dispose();
        }
    }

    /// <summary>What it prints must not fill the pipe.</summary>
    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lock (_lastLines)
            {
                _lastLines.Enqueue(line);
                if (_lastLines.Count > KeptLines)
                {
                    _lastLines.Dequeue();
                }
            }
        }
    }

    private async Task<InvalidOperationException> EndedAsync()
    {
        _isOver = true;
        await _reading;
        return new InvalidOperationException(
            $"LocalAws ended by itself with exit code {_process.ExitCode} (128 and a signal's number where a signal "
            + $"ended it). Its last lines:{Environment.NewLine}{string.Join(Environment.NewLine, _lastLines)}");
    }

    private static Process Start(string[] settings)
    {
        // The assembly, and what it needs to run, is copied beside the tests that refer to it.
        var start = new ProcessStartInfo("dotnet", [typeof(LocalAwsApplication).Assembly.Location, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    [GeneratedRegex("LocalAws listens on (http://[^;, ]+)")]
    private static partial Regex ListeningLine();
}
