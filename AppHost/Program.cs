using TelemetryAspire.AppHost;
using TelemetryAspire.AppHost.Aws;

try
{
    var builder = DistributedApplication.CreateBuilder(args);

    // devices -> Kinesis -> Processor -> Timestream
    //                  \-> DataLakeForwarder -> Firehose -> S3
    var localaws = builder.AddLocalAws("localaws");
    var resources = builder.AddAwsResources("aws-resources", localaws);

    builder.AddFunctions<Projects.Simulator>("simulator", localaws, resources).WithSettings("Simulator");
    builder.AddFunctions<Projects.Processor>("processor", localaws, resources).WithSettings("Timestream");
    builder.AddFunctions<Projects.DataLakeForwarder>("forwarder", localaws, resources).WithSettings("Forwarder");

    builder.AddFirstRowMessage(localaws, resources);
    builder.RefuseUnknownSections();

    await builder.Build().RunAsync();
    return 0;
}
catch (DistributedApplicationException exception)
{
    await Console.Error.WriteLineAsync($"The AppHost cannot start: {exception.Message}");
    return 1;
}
