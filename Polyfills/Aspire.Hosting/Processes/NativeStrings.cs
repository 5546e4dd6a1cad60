using System.Runtime.InteropServices;

namespace Aspire.Hosting.Processes;

/// <summary>A null-terminated array of C strings, the form of argv and envp.</summary>
internal sealed class NativeStrings : IDisposable
{
    private readonly nint[] _strings;

    public NativeStrings(IReadOnlyList<string> values)
    {
        _strings = [.. values.Select(Marshal.StringToCoTaskMemUTF8), 0];
        Pointer = Marshal.AllocHGlobal(_strings.Length * nint.Size);
        Marshal.Copy(_strings, 0, Pointer, _strings.Length);
    }

    public nint Pointer { get; }

    public void Dispose()
    {
        Marshal.FreeHGlobal(Pointer);
        Array.ForEach(_strings, Marshal.FreeCoTaskMem);
    }
}
