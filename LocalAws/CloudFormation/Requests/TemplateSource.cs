using System.IO.Pipelines;
using System.Text;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>Gets the text of a template that a request gives or names.</summary>
internal sealed class TemplateSource(LocalAwsOptions options, ObjectStore store)
{
    /// <summary>The largest template in a request, in bytes.</summary>
    private const int MaxBodyBytes = 51_200;

    /// <summary>The largest template in S3, in bytes.</summary>
    private const int MaxObjectBytes = 1_000_000;

    private readonly AllowedHosts _hosts = new(options.AllowedHosts);

    /// <param name="request">What the caller gave.</param>
    /// <param name="previous">The template the stack has; null when it has none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AwsException">Not one template is given, or it is too large or not there.</exception>
    public async ValueTask<string> ReadAsync(
        TemplateRequest request,
        string? previous,
        CancellationToken cancellationToken)
    {
        var given = (request.Body is null ? 0 : 1) + (request.Url is null ? 0 : 1) + (request.UsePrevious ? 1 : 0);
        if (given != 1)
        {
            throw AwsException.Validation(given == 0
                ? "Either Template URL or Template Body must be specified."
                : "Only one of Template URL, Template Body and Use Previous Template may be specified.");
        }

        if (request.Url is { } url)
        {
            return await ReadObjectAsync(url, cancellationToken);
        }

        if (request.UsePrevious)
        {
            return previous ?? throw AwsException.Validation("There is no previous template to use.");
        }

        var validation = new Validation();
        validation.Length("templateBody", "…", Encoding.UTF8.GetByteCount(request.Body!), 1, MaxBodyBytes);
        validation.ThrowIfFailed();
        return request.Body!;
    }

    private async ValueTask<string> ReadObjectAsync(string url, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        try
        {
            using var reader = store.OpenObject(AddressOf(url));
            if (reader.Object.Size > MaxObjectBytes)
            {
                throw AwsException.Validation($"Template may not exceed {MaxObjectBytes} bytes in size.");
            }

            var pipe = PipeWriter.Create(content, new StreamPipeWriterOptions(leaveOpen: true));
            await reader.Content.CopyToAsync(pipe, 0, reader.Object.Size, cancellationToken);
            await pipe.CompleteAsync();
        }
        catch (S3Exception refusal)
        {
            throw AwsException.Validation(
                $"S3 error: {refusal.Message} ({refusal.Code}) for TemplateURL {url}. "
                + "TemplateURL must reference a valid S3 object to which you have access.");
        }

        return Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
    }

    /// <summary>
    /// Samples: <c>https://s3.amazonaws.com/bucket/key</c>, <c>https://bucket.s3.us-east-1.amazonaws.com/key</c>,
    /// <c>http://localhost:4566/bucket/key</c>. All of them mean the S3 that is here; no connection is made.
    /// </summary>
    private ObjectAddress AddressOf(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || !_hosts.Contains(uri.IdnHost))
        {
            throw AwsException.Validation(
                $"TemplateURL must be a supported URL: {url} is not one of the S3 in LocalAws.");
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        if (S3Host.FindBucket(uri.IdnHost) is { } bucket)
        {
            return new ObjectAddress(bucket, path);
        }

        return path.Split('/', 2) is [{ Length: > 0 } first, { Length: > 0 } key]
            ? new ObjectAddress(first, key)
            : throw AwsException.Validation($"TemplateURL must be a supported URL: {url} names no bucket and key.");
    }
}
