using System.Runtime.InteropServices;
using System.Text;
using Host;
using Host.CommandLine;

if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
using var interrupt = new Interrupt();
using var fromKeyboard = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var fromOutside = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return PipeCommand.Run(args, ThisProcess.Context(interrupt) with { Cache = ThisProcess.Cache });

// The first signal asks the run to stop; the second finds it stopping and ends the process at once.
void Stop(PosixSignalContext signal) => signal.Cancel = interrupt.Ask();
