using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TriageBot.Host.Configuration;

namespace TriageBot.Host.Telemetry;

/// <summary>Sends metrics and traces to a collector, where one is configured.</summary>
internal sealed class TelemetryExport(HostSettings settings) : IHostedService, IDisposable
{
    private MeterProvider? meters;
    private TracerProvider? traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Telemetry.Otlp is { } collector)
        {
            Export(collector);
        }

        return Task.CompletedTask;
    }

    // A method of its own, so that a host without a collector loads nothing of this.
    private void Export(Uri collector)
    {
        var program = ResourceBuilder.CreateDefault().AddService("triagebot");
        meters = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(program)
            .AddMeter(
                TurnTelemetry.Name,
                "Microsoft.AspNetCore.Hosting",
                "Microsoft.AspNetCore.Server.Kestrel",
                "System.Net.Http",
                "System.Runtime"
            )
            .AddOtlpExporter(options => Aim(options, collector, "v1/metrics"))
            .Build();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(program)
            .AddSource(TurnTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http")
            .AddOtlpExporter(options => Aim(options, collector, "v1/traces"))
            .Build();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        meters?.Dispose();
        traces?.Dispose();
    }

    private static void Aim(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
