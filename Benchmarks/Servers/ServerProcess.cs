using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TelemetryAspire.Benchmarks.Servers;

/// <summary>A server under measurement, in a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string name, Uri url)
    {
        _process = process;
        Name = name;
        Url = url;
    }

    public string Name { get; }

    public Uri Url { get; }

    /// <summary>The processor time it has taken so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The most memory it has had resident so far, in MiB.</summary>
    public double PeakMebibytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>The memory it has resident now, in MiB.</summary>
    public double Mebibytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024.0);
        }
    }

    /// <summary>Makes the system count the peak anew, where it can.</summary>
    public void ResetPeak()
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/clear_refs");
        if (File.Exists(file))
        {
            File.WriteAllText(file, "5");
        }
    }

    /// <summary>Starts a server whose URL is known; it may not listen yet.</summary>
    public static ServerProcess Start(string name, ProcessStartInfo start, Uri url) =>
        new(Launch(start, _ => { }), name, url);

    /// <summary>Starts a server and waits until it says where it listens.</summary>
    /// <param name="name">Its name in the report.</param>
    /// <param name="start">How to start it.</param>
    /// <param name="findUrl">Finds the URL in a line of its output.</param>
    public static async Task<ServerProcess> StartAsync(
        string name,
        ProcessStartInfo start,
        Func<string, Uri?> findUrl)
    {
        var found = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var lines = new ConcurrentQueue<string>();
        var process = Launch(start, line =>
        {
            lines.Enqueue(line);
            if (findUrl(line) is { } url)
            {
                found.TrySetResult(url);
            }
        });
        if (await Task.WhenAny(found.Task, process.WaitForExitAsync()) == found.Task)
        {
            return new ServerProcess(process, name, await found.Task);
        }

        process.Dispose();
        throw new InvalidOperationException($"{name} did not start: {string.Join(Environment.NewLine, lines)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static Process Launch(ProcessStartInfo start, Action<string> takeLine)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, output) => takeLine(output.Data ?? "");
        process.ErrorDataReceived += (_, output) => takeLine(output.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
