using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>
/// Where a project is. The build makes one class for each referenced project, in the namespace Projects.
/// </summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>The absolute path of the csproj file.</summary>
    string ProjectPath { get; }

    /// <summary>The launch settings; read from the project's folder when null.</summary>
    LaunchSettings? LaunchSettings => null;

    /// <summary>Whether starting the project leaves out building it.</summary>
    bool SuppressBuild => false;
}
