using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// dotnet run -c Release --project bench/Kernels -- --filter '*Em*'
//
// In this process: the build's own settings (warnings are errors, central versions) do not suit generated projects.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).AsDefault()));
