using System.Runtime.InteropServices;
using System.Text;
using Host;
using Host.CommandLine;

if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return Door.Enter(args, Surroundings.OfProcess(stop.Token));

// The first signal asks the run to stop; the second finds it stopping and ends the process at once.
void Stop(PosixSignalContext signal)
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
