using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// Begins an upload in parts (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html).
/// </summary>
internal sealed class CreateMultipartUpload(ObjectStore store) : IS3Operation
{
    /// <inheritdoc/>
    public async Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        S3Path.VerifyKey(request.Key);
        var metadata = ObjectHeaderMap.Read(request);
        var algorithm = ChecksumRequest.FindAlgorithm(request);
        var type = ChecksumRequest.ParseType(request, algorithm);
        var upload = await store.Uploads.CreateAsync(request.Object, metadata, algorithm, type, cancellationToken);
        if (algorithm is not null)
        {
            request.Response.Headers["x-amz-checksum-algorithm"] = algorithm.Name;
            request.Response.Headers["x-amz-checksum-type"] = type;
        }
        request.Response.Headers["x-amz-server-side-encryption"] = "AES256";
        await S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                writer.WriteStartElement("InitiateMultipartUploadResult", S3Xml.Namespace);
                writer.WriteElementString("Bucket", request.Bucket);
                writer.WriteElementString("Key", request.Key);
                writer.WriteElementString("UploadId", upload.Id);
                writer.WriteEndElement();
            },
            cancellationToken);
    }
}
