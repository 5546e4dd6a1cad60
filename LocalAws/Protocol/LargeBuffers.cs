using System.Buffers;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Memory for bodies and replies: small arrays from the shared pool, large ones from pools that are bounded.</summary>
/// <remarks>
/// The shared pool keeps an array of every size for every thread, which for replies of 10 MiB comes to hundreds of
/// megabytes. The pools here keep 64 MiB of each size at most; what else is returned is left to the collector.
/// </remarks>
internal static class LargeBuffers
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>What all large arrays in use may come to before replies are made smaller.</summary>
    private const long BudgetBytes = 48 * Mebibyte;

    // Arrays of a pool have lengths that are powers of two, up to the first argument.
    private static readonly ArrayPool<byte> UpTo2Mebibytes = ArrayPool<byte>.Create(2 * Mebibyte, 32);
    private static readonly ArrayPool<byte> UpTo8Mebibytes = ArrayPool<byte>.Create(8 * Mebibyte, 4);
    private static readonly ArrayPool<byte> UpTo64Mebibytes = ArrayPool<byte>.Create(64 * Mebibyte, 1);
    private static long BytesInUse;

    public static byte[] Rent(int minimumBytes)
    {
        if (minimumBytes <= Mebibyte)
        {
            return ArrayPool<byte>.Shared.Rent(minimumBytes);
        }

        var array = PoolOf(minimumBytes).Rent(minimumBytes);
        Interlocked.Add(ref BytesInUse, array.Length);
        return array;
    }

    public static void Return(byte[] array)
    {
        if (array.Length <= Mebibyte)
        {
            ArrayPool<byte>.Shared.Return(array);
            return;
        }

        Interlocked.Add(ref BytesInUse, -array.Length);
        PoolOf(array.Length).Return(array);
    }

    /// <summary>How much of <paramref name="wantedBytes"/> a reply may hold, so that many large ones fit in memory.</summary>
    /// <remarks>
    /// A reply takes its records as they are stored and as text, in arrays that are powers of two: up to four times
    /// their size. A slow reader keeps that for as long as it takes, so nobody is made to wait for it.
    /// </remarks>
    public static long ShareOf(long wantedBytes) =>
        Math.Min(wantedBytes, Math.Max(Mebibyte, (BudgetBytes - Interlocked.Read(ref BytesInUse)) / 4));

    private static ArrayPool<byte> PoolOf(int bytes) => bytes switch
    {
        <= 2 * Mebibyte => UpTo2Mebibytes,
        <= 8 * Mebibyte => UpTo8Mebibytes,
        _ => UpTo64Mebibytes,
    };
}
