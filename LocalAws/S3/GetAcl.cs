using TelemetryAspire.LocalAws.S3.Requests;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.S3;

/// <summary>
/// GetBucketAcl and GetObjectAcl (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html): the owner
/// may do everything, as in every bucket that does not allow ACLs.
/// </summary>
internal sealed class GetAcl(ObjectStore store, string name) : IS3Operation
{
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Task InvokeAsync(S3Request request, CancellationToken cancellationToken)
    {
        store.Verify(request);
        return S3Xml.WriteAsync(
            request.Response,
            writer =>
            {
                writer.WriteStartElement("AccessControlPolicy", S3Xml.Namespace);
                S3Owner.Write(writer, "Owner");
                writer.WriteStartElement("AccessControlList");
                writer.WriteStartElement("Grant");
                writer.WriteStartElement("Grantee");
                writer.WriteAttributeString("xsi", "type", SchemaInstance, "CanonicalUser");
                writer.WriteElementString("ID", S3Owner.Id);
                writer.WriteEndElement();
                writer.WriteElementString("Permission", "FULL_CONTROL");
                writer.WriteEndElement();
                writer.WriteEndElement();
                writer.WriteEndElement();
            },
            cancellationToken);
    }
}
