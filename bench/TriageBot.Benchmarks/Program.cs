using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TriageBot.Benchmarks.Language;

// dotnet run -c Release --project bench/TriageBot.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/TriageBot.Benchmarks -- cold        loads the lexicons in fresh processes
if (args is ["cold", .. var rest])
{
    return ColdLoad.Run(rest, Console.Out);
}

// In process: the benchmarks need no second build, and so run wherever this program does.
var job = Job.Default.WithWarmupCount(4).WithIterationCount(12).WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher
    .FromAssembly(typeof(ColdLoad).Assembly)
    .Run(args, DefaultConfig.Instance.AddJob(job).WithOptions(ConfigOptions.JoinSummary));
return 0;
