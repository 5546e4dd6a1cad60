using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Makes a part of an object there is, or of a range of it
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html).
/// </summary>
internal sealed class UploadPartCopy(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        var address = request.Upload;
        var number = request.PartNumber;
        var upload = store.Uploads.Get(address);
        using var source = store.OpenObject(CopySource.Parse(request));
        CopySource.VerifyConditions(request, source.Object);
        var range = CopySource.ParseRange(request, source.Object);
        await using var content = await ContentCopy.MakeAsync(
            store, source, range, upload.Algorithm, cancellationToken);
        var part = await store.Uploads.PutPartAsync(address, number, content, cancellationToken);
        request.Response.Headers["x-amz-server-side-encryption"] = "AES256";
        await S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                writer.WriteStartElement("CopyPartResult", S3Xml.Namespace);
                writer.WriteElementString("LastModified", S3Xml.FormatTime(part.LastModified));
                writer.WriteElementString("ETag", EntityTags.Quote(part.ETag));
                if (upload.RequestedAlgorithm is { } algorithm)
                {
                    writer.WriteElementString(algorithm.ElementName, part.Checksum);
                }
                writer.WriteEndElement();
            },
            cancellationToken);
    }
}
