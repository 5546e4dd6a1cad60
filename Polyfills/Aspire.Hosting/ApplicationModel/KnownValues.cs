namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states the orchestrator itself publishes.</summary>
public static class KnownResourceStates
{
    /// <summary>Being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>Running.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>Could not be launched.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>What it needs to run is unhealthy.</summary>
    public static readonly string RuntimeUnhealthy = nameof(RuntimeUnhealthy);

    /// <summary>Asked to end.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>A container that ended.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>A project or executable that ended, with whatever exit code.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>Held back until another resource is ready.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>Starts only when its start command is given.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>A parameter without a value.</summary>
    public static readonly string ValueMissing = nameof(ValueMissing);

    /// <summary>Ready, for resources that do not run.</summary>
    public static readonly string Active = nameof(Active);

    /// <summary>The states nothing follows unless somebody starts the resource again.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}

/// <summary>How states are displayed.</summary>
public static class KnownResourceStateStyles
{
    /// <summary>All is well.</summary>
    public static readonly string Success = "success";

    /// <summary>Something went wrong.</summary>
    public static readonly string Error = "error";

    /// <summary>Worth knowing.</summary>
    public static readonly string Info = "info";

    /// <summary>Worth watching.</summary>
    public static readonly string Warn = "warn";
}

/// <summary>The commands every project and executable takes.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts what does not run.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stops what runs.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stops and starts.</summary>
    public static readonly string RestartCommand = "restart";
}

/// <summary>Property names for resources of one's own.</summary>
public static class CustomResourceKnownProperties
{
    /// <summary>Where the resource comes from, such as a file.</summary>
    public static string Source { get; } = "resource.source";

    /// <summary>How to connect to it.</summary>
    public static string ConnectionString { get; } = "resource.connectionString";
}

/// <summary>Property names the orchestrator itself publishes.</summary>
internal static class KnownProperties
{
    /// <summary>The number the process ended with.</summary>
    public const string ExitCode = "resource.exitCode";

    /// <summary>The csproj of a project.</summary>
    public const string ProjectPath = "project.path";

    /// <summary>The launch profile a project was started with.</summary>
    public const string LaunchProfile = "project.launchProfile";

    /// <summary>The program that was started.</summary>
    public const string ExecutablePath = "executable.path";

    /// <summary>The process id, while the process runs.</summary>
    public const string ExecutablePid = "executable.pid";

    /// <summary>The folder the program was started in.</summary>
    public const string ExecutableWorkDir = "executable.workDir";

    /// <summary>The arguments the program was started with.</summary>
    public const string ExecutableArgs = "executable.args";

    /// <summary>The value of a parameter.</summary>
    public const string ParameterValue = "Value";
}
