using TelemetryAspire.AppHost;
using TelemetryAspire.AppHost.Aws;

var builder = DistributedApplication.CreateBuilder(args);

// devices -> Kinesis -> Processor -> Timestream
//                  \-> DataLakeForwarder -> Firehose -> S3
var localaws = builder.AddLocalAws("localaws");
var resources = builder.AddAwsResources("aws-resources", localaws);

builder.AddFunctions<Projects.Simulator>("simulator", localaws)
    .WithSettings("Simulator")
    .WaitFor(resources);

builder.AddFunctions<Projects.Processor>("processor", localaws)
    .WithSettings("Timestream")
    .WaitFor(resources);

builder.AddFunctions<Projects.DataLakeForwarder>("forwarder", localaws)
    .WithSettings("Forwarder")
    .WaitFor(resources);

builder.AddFirstRowMessage(localaws);

return await builder.Build().RunToExitCodeAsync();
