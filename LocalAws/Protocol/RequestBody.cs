namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Reads the whole body of a JSON request, which is small enough to be held in memory.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The largest body accepted, in bytes. PutRecords takes 10 MiB of data and keys; base64 and JSON escapes make it
    /// at most about twice that on the wire.
    /// </summary>
    public const int MaxBytes = 32 * 1024 * 1024;

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
            }

            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>The error of a body beyond its limit.</summary>
    public static AwsException TooLarge(int maxBytes) => new(
        "RequestEntityTooLargeException",
        $"The request body is larger than {maxBytes} bytes.",
        StatusCodes.Status413PayloadTooLarge);
}
