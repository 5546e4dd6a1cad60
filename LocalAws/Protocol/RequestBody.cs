using System.Threading.RateLimiting;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Reads the whole body of a JSON request, which is small enough to be held in memory.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The largest body accepted, in bytes. PutRecords takes 10 MiB of data and keys; base64 and JSON escapes make it
    /// at most about twice that on the wire.
    /// </summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>A body up to this size never waits.</summary>
    private const int SmallBytes = 1024 * 1024;

    /// <summary>
    /// What all larger bodies in memory may come to: the records of each are there twice more, decoded and as they are
    /// stored.
    /// </summary>
    private const int LargeBodiesMebibytes = 48;

    private static readonly ConcurrencyLimiter LargeBodies = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = LargeBodiesMebibytes,
        QueueLimit = int.MaxValue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <exception cref="AwsException">The body is larger than <see cref="MaxBytes"/>.</exception>
    public static ValueTask<PooledBuffer> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ReadAsync(request, MaxBytes, cancellationToken);

    /// <exception cref="AwsException">The body is larger than <paramref name="maxBytes"/>.</exception>
    public static async ValueTask<PooledBuffer> ReadAsync(
        HttpRequest request,
        int maxBytes,
        CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            throw TooLarge(maxBytes);
        }

        var reserved = await ReserveAsync(request, request.ContentLength ?? 0, reserved: false, cancellationToken);
        // One byte more than announced lets the end of the body be seen without growing.
        var buffer = new PooledBuffer((int)(request.ContentLength ?? 4096) + 1);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer.GetMemory(), cancellationToken)) > 0)
            {
                buffer.Advance(read);
                if (buffer.Length > maxBytes)
                {
                    throw TooLarge(maxBytes);
                }

                reserved = await ReserveAsync(request, buffer.Length, reserved, cancellationToken);
            }

            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Makes a large body wait until there is room for it, which it then has until it is answered.</summary>
    /// <returns>Whether there is room reserved.</returns>
    private static async ValueTask<bool> ReserveAsync(
        HttpRequest request,
        long bytes,
        bool reserved,
        CancellationToken cancellationToken)
    {
        if (reserved || bytes <= SmallBytes)
        {
            return reserved;
        }

        // A body that did not announce its length may become as long as any.
        var mebibytes = (request.ContentLength ?? MaxBytes) / (1024 * 1024) + 1;
        var permits = (int)Math.Min(mebibytes, LargeBodiesMebibytes);
        request.HttpContext.Response.RegisterForDispose(await LargeBodies.AcquireAsync(permits, cancellationToken));
        return true;
    }

    /// <summary>The error of a body beyond its limit.</summary>
    public static AwsException TooLarge(int maxBytes) => new(
        "RequestEntityTooLargeException",
        $"The request body is larger than {maxBytes} bytes.",
        StatusCodes.Status413PayloadTooLarge);
}
