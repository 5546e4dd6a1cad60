namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class Boto3Tests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task Every_operation_answers_as_boto3_expects()
    {
        var output = await ForeignClient.Boto3Async(Host.Url, $$"""
            from botocore.exceptions import ClientError

            s3 = client('s3')
            bucket = '{{Bucket}}'

            def code(call, **arguments):
                try:
                    call(**arguments)
                except ClientError as error:
                    return error.response['Error']['Code']
                return 'no error'

            for i in range(5):
                s3.put_object(Bucket=bucket, Key=f'k/{i} ü+', Body=b'x' * i, Metadata={'n': str(i)})
            pages = s3.get_paginator('list_objects_v2').paginate(Bucket=bucket, PaginationConfig={'PageSize': 2})
            print([entry['Key'] for page in pages for entry in page['Contents']])
            print(s3.get_object(Bucket=bucket, Key='k/4 ü+', Range='bytes=-2')['Body'].read())
            print(s3.head_object(Bucket=bucket, Key='k/3 ü+')['Metadata'])
            print(code(s3.get_object, Bucket=bucket, Key='missing'))
            print(code(s3.delete_bucket, Bucket=bucket))
            print(code(s3.get_object, Bucket=bucket, Key='k/3 ü+', VersionId='1'))
            deleted = s3.delete_objects(Bucket=bucket, Delete={'Objects': [{'Key': f'k/{i} ü+'} for i in range(5)]})
            print(len(deleted['Deleted']))
            """);

        Assert.Equal(
            [
                "['k/0 ü+', 'k/1 ü+', 'k/2 ü+', 'k/3 ü+', 'k/4 ü+']",
                "b'xx'",
                "{'n': '3'}",
                "NoSuchKey",
                "BucketNotEmpty",
                "InvalidArgument",
                "5",
            ],
            output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task File_objects_are_transferred_in_parts_and_urls_are_presigned()
    {
        var output = await ForeignClient.Boto3Async(Host.Url, $$"""
            import io, hashlib, urllib.request

            s3 = client('s3')
            bucket = '{{Bucket}}'
            content = bytes(range(256)) * 80000

            s3.upload_fileobj(io.BytesIO(content), bucket, 'large', ExtraArgs=dict(Metadata=dict(n='1')))
            head = s3.head_object(Bucket=bucket, Key='large')
            print(head['ContentLength'] == len(content), head['ETag'].endswith('-3"'), head['Metadata']['n'])
            down = io.BytesIO()
            s3.download_fileobj(bucket, 'large', down)
            print(hashlib.sha256(down.getvalue()).digest() == hashlib.sha256(content).digest())
            s3.copy(dict(Bucket=bucket, Key='large'), bucket, 'copy')
            print(s3.get_object(Bucket=bucket, Key='copy')['Body'].read() == content)
            url = s3.generate_presigned_url('get_object', Params=dict(Bucket=bucket, Key='large'), ExpiresIn=60)
            print(urllib.request.urlopen(url).read() == content)
            url = s3.generate_presigned_url('put_object', Params=dict(Bucket=bucket, Key='put ü'), ExpiresIn=60)
            print(urllib.request.urlopen(urllib.request.Request(url, data=b'put', method='PUT')).status)
            print(s3.get_bucket_versioning(Bucket=bucket).get('Status'))
            print(len(s3.list_object_versions(Bucket=bucket)['Versions']))
            """);

        Assert.Equal(
            ["True True 1", "True", "True", "True", "200", "None", "3"],
            output.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }
}
