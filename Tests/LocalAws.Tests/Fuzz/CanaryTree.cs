using System.Security.Cryptography;

namespace TelemetryAspire.LocalAws.Tests.Fuzz;

/// <summary>
/// A directory with files around a data directory, several levels deep: what escapes from the data directory by
/// <c>..</c> is seen here.
/// </summary>
internal sealed class CanaryTree : IDisposable
{
    private readonly TemporaryDirectory _root = new();
    private readonly List<string> _before;

    public CanaryTree()
    {
        DataDirectory = _root.File("a/b/c/data");
        Directory.CreateDirectory(DataDirectory);
        foreach (var file in new[] { "canary", "a/canary", "a/b/canary", "a/b/c/canary", "a/b/c/x" })
        {
            File.WriteAllText(_root.File(file), file);
        }

        _before = List();
    }

    public string DataDirectory { get; }

    public void Dispose() => _root.Dispose();

    /// <summary>Asserts that nothing outside the data directory has changed.</summary>
    public void AssertUntouched() => Assert.Equal(_before, List());

    private List<string> List() =>
    [
        .. Directory.EnumerateFileSystemEntries(_root.FullName, "*", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(DataDirectory, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => File.Exists(path)
                ? $"{path} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"
                : path),
    ];
}
