using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace TelemetryAspire.FunctionHost.DeadLetters;

/// <summary>Dead letters as S3 objects, one JSON document each.</summary>
internal sealed class S3DeadLetterStore(IAmazonS3 s3, IOptions<FunctionHostOptions> options) : IDeadLetterStore
{
    public async Task WriteAsync(DeadLetter deadLetter, CancellationToken cancellationToken)
    {
        // At most 14 MiB: the largest record, 10 MiB, in base64.
        using var document = new MemoryStream();
        await JsonSerializer.SerializeAsync(
            document, deadLetter, DeadLetterJsonContext.Readable.DeadLetter, cancellationToken);
        document.Position = 0;

        await s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = options.Value.DeadLetters.Bucket,
                Key = DeadLetterKey.Of(deadLetter, options.Value.DeadLetters.Prefix),
                InputStream = document,
                AutoCloseStream = false,
                ContentType = "application/json",
            },
            cancellationToken);
    }
}
