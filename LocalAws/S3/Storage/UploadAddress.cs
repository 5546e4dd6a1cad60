namespace TelemetryAspire.LocalAws.S3.Storage;

/// <summary>Names a multipart upload: the object it makes and its id.</summary>
internal readonly record struct UploadAddress(ObjectAddress Object, string Id);
