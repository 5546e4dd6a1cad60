var builder = DistributedApplication.CreateBuilder(args);

var service = builder.AddProject<Projects.Polyfills_Aspire_SampleService>("service")
    .WithArgs("--with-child")
    .WithEnvironment("FROM_CONFIGURATION", builder.Configuration["Sample:Value"])
    .WithHttpHealthCheck("/health");

builder.AddProject<Projects.Polyfills_Aspire_SampleService>("client")
    .WithReference(service)
    .WaitFor(service);

builder.Build().Run();
