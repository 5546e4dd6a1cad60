using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;

namespace Aspire.Hosting.Processes;

/// <summary>A process of its own console group, inside the job that ends with the AppHost.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsChildProcess : IChildProcess
{
    private readonly Process _process;

    private WindowsChildProcess(Process process)
    {
        _process = process;
        Exit = WaitForExitAsync();
    }

    public int Id => _process.Id;

    public Task<int> Exit { get; }

    public static WindowsChildProcess Start(ChildProcessStart start)
    {
        WindowsJob.Enter();
        var info = new ProcessStartInfo(start.FileName, start.Arguments)
        {
            WorkingDirectory = start.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNewProcessGroup = true,
        };
        info.Environment.Clear();
        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        var process = new Process { StartInfo = info };
        process.OutputDataReceived += (_, line) => Pass(line.Data, isError: false);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, isError: true);
        try
        {
            process.Start();
        }
        catch (Win32Exception refused)
        {
            process.Dispose();
            throw new DistributedApplicationException(
                $"'{start.FileName}' could not be started: {refused.Message}", refused);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WindowsChildProcess(process);

        void Pass(string? line, bool isError)
        {
            if (line is not null)
            {
                start.OnLine(line, isError);
            }
        }
    }

    public void RequestStop() => WindowsJob.SendControlBreak(Id);

    public void Kill() => _process.Kill(entireProcessTree: true);

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }
}
