using System.Globalization;
using Hpo.Engine.Tuning;
using Hpo.Studies.Process;
using Hpo.Studies.Running;

// A process that shares a data folder with a test. It is told what to do, a line each: "start TRIALS", "resume ID", "exit"; and answers each with a line.
using var service = new StudyService(args[0], Curves.Catalog);
Console.WriteLine("open");
while (Console.ReadLine() is { } line)
{
    switch (line.Split(' '))
    {
        case ["start", var trials]:
            Console.WriteLine(service.Start(Curves.Study(int.Parse(trials, CultureInfo.InvariantCulture))).Id);
            break;
        case ["resume", var id]:
            try
            {
                service.Resume(id);
                Console.WriteLine("resumed");
            }
            catch (CannotResumeException exception)
            {
                Console.WriteLine(exception.Message);
            }

            break;
        default:
            return;
    }
}
