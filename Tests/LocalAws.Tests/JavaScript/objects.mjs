// Uploads a stream of unknown length in parts, and hands out URLs that anyone may use for a while.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const Bucket = "lake";
const s3 = new S3Client({ endpoint: process.env.LOCALAWS_URL, forcePathStyle: true });
const mebibytes = Array.from({ length: 12 }, (_, n) => Buffer.alloc(1024 * 1024, n));
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");

await s3.send(new CreateBucketCommand({ Bucket }));
const parts = [];
const upload = new Upload({ client: s3, params: { Bucket, Key: "large", Body: Readable.from(mebibytes) } });
upload.on("httpUploadProgress", (progress) => parts.push(progress.part));
await upload.done();
const large = await s3.send(new GetObjectCommand({ Bucket, Key: "large" }));
const same = digest(await large.Body.transformToByteArray()) === digest(Buffer.concat(mebibytes));

// Unless told, the client signs the checksum of an empty body into the URL, which then fits no other.
const presigner = new S3Client({
  endpoint: process.env.LOCALAWS_URL,
  forcePathStyle: true,
  requestChecksumCalculation: "WHEN_REQUIRED",
});
const shared = { Bucket, Key: "shared/ü +&.txt" };
const putUrl = await getSignedUrl(presigner, new PutObjectCommand(shared), { expiresIn: 60 });
const put = await fetch(putUrl, { method: "PUT", body: "from anyone" });
const getUrl = await getSignedUrl(presigner, new GetObjectCommand(shared), { expiresIn: 60 });
const got = await (await fetch(getUrl)).text();
const head = await s3.send(new HeadObjectCommand(shared));
process.stdout.write(
  JSON.stringify({ parts: parts.length, eTag: large.ETag, same, put: put.status, got, length: head.ContentLength }));
s3.destroy();
