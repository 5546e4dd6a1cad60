using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Everything needed to start the process of a resource, and to show what was started.</summary>
internal sealed record ProcessPlan(
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    ImmutableArray<EnvironmentVariableSnapshot> Variables,
    ImmutableArray<ResourcePropertySnapshot> Properties);

/// <summary>Works out program, arguments and environment at each start of a resource.</summary>
internal sealed class ProcessComposer(
    IDistributedApplicationBuilder application, DistributedApplicationExecutionContext executionContext)
{
    /// <summary>
    /// Meant for the AppHost alone; a child would listen on the AppHost's URL or take its launch profile.
    /// </summary>
    private static readonly string[] NotInherited =
    [
        "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_URLS", "DOTNET_HTTP_PORTS",
        "DOTNET_HTTPS_PORTS", "DOTNET_LAUNCH_PROFILE", "ASPNETCORE_CONTENTROOT", "DOTNET_CONTENTROOT",
    ];

    public async Task<ProcessPlan> ComposeAsync(IResource resource, ILogger logger, CancellationToken cancellationToken)
    {
        var (fileName, leading, folder) = await FindProgramAsync(resource, cancellationToken);
        string[] own = await ArgumentsAsync(resource, logger, cancellationToken);
        var variables = await VariablesAsync(resource, logger, cancellationToken);
        return new ProcessPlan(
            fileName,
            [.. leading, .. own],
            folder,
            WithInherited(variables),
            [.. variables.Select(one => new EnvironmentVariableSnapshot(one.Key, one.Value, IsFromSpec: true))],
            PropertiesOf(resource, fileName, folder, own));
    }

    private static Dictionary<string, string> WithInherited(Dictionary<string, string> variables)
    {
        var all = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry inherited in System.Environment.GetEnvironmentVariables())
        {
            all[(string)inherited.Key] = (string?)inherited.Value ?? "";
        }

        foreach (var name in NotInherited)
        {
            all.Remove(name);
        }

        // A program's own launcher looks for the runtime in the system's places only, unless it is told.
        all.TryAdd("DOTNET_ROOT", ProjectProgram.DotnetRoot());
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return all;
    }

    private static ImmutableArray<ResourcePropertySnapshot> PropertiesOf(
        IResource resource, string fileName, string folder, string[] arguments)
    {
        var properties = ImmutableArray.CreateBuilder<ResourcePropertySnapshot>();
        if (resource is ProjectResource project)
        {
            properties.Add(new(KnownProperties.ProjectPath, project.GetProjectMetadata().ProjectPath));
            if (resource.TryGetLastAnnotation<LaunchProfileAnnotation>(out var profile))
            {
                properties.Add(new(KnownProperties.LaunchProfile, profile.LaunchProfileName));
            }
        }

        properties.Add(new(KnownProperties.ExecutablePath, fileName));
        properties.Add(new(KnownProperties.ExecutableWorkDir, folder));
        properties.Add(new(KnownProperties.ExecutableArgs, arguments.ToImmutableArray()));
        return properties.ToImmutable();
    }

    private async Task<(string FileName, string[] Leading, string Folder)> FindProgramAsync(
        IResource resource, CancellationToken cancellationToken)
    {
        if (resource is ProjectResource project)
        {
            var path = project.GetProjectMetadata().ProjectPath;
            var (program, leading) = await ProjectProgram.FindAsync(
                application.AppHostAssembly, path, cancellationToken);
            return (program, leading, Path.GetDirectoryName(path)!);
        }

        var executable = resource.Annotations.OfType<ExecutableAnnotation>().Last();
        if (!Directory.Exists(executable.WorkingDirectory))
        {
            throw new DistributedApplicationException(
                $"The working directory '{executable.WorkingDirectory}' does not exist.");
        }

        return (ProgramPath.Find(executable.Command, executable.WorkingDirectory), [], executable.WorkingDirectory);
    }

    private async Task<string[]> ArgumentsAsync(IResource resource, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken)
        {
            ExecutionContext = executionContext,
            Logger = logger,
        };
        foreach (var callback in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToArray())
        {
            await callback.Callback(context);
        }

        var arguments = new List<string>();
        foreach (var argument in context.Args)
        {
            if (await ResolveAsync(argument, resource, cancellationToken) is { } value)
            {
                arguments.Add(value);
            }
        }

        return [.. arguments];
    }

    private async Task<Dictionary<string, string>> VariablesAsync(
        IResource resource, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken)
        {
            Logger = logger,
        };
        foreach (var callback in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
        {
            await callback.Callback(context);
        }

        var variables = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            if (await ResolveAsync(value, resource, cancellationToken) is { } text)
            {
                variables[name] = text;
            }
        }

        return variables;
    }

    private async ValueTask<string?> ResolveAsync(
        object value, IResource caller, CancellationToken cancellationToken) => value switch
        {
            string text => text,
            IValueProvider provider => await provider.GetValueAsync(
                new ValueProviderContext { Caller = caller, ExecutionContext = executionContext }, cancellationToken),
            _ => throw new DistributedApplicationException(
                $"A value of type '{value.GetType()}' was given to resource '{caller.Name}'; " +
                "only strings and value providers work."),
        };
}
